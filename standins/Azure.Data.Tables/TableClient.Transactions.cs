using Azure.Data.Tables.Http;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = Actions(transactionActions);
        using var message = _rest.Requests.Transaction(Name, actions);
        return TransactionAnswer.Read(_rest.Send(message, cancellationToken));
    }

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = Actions(transactionActions);
        using var message = _rest.Requests.Transaction(Name, actions);
        return TransactionAnswer.Read(await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    private static TableTransactionAction[] Actions(IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        TableTransactionAction[] all = [.. actions];
        return all.Length > 0 ? all : throw new InvalidOperationException("A transaction needs at least one action.");
    }
}
