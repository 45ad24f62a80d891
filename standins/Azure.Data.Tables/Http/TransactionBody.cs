using System.Buffers;
using System.Text;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Http;

/// <summary>
/// Actions as one multipart body: a batch of one change set.
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
internal sealed class TransactionBody(Uri table, string batch)
{
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly string _changes = batch.Replace("batch", "changeset", StringComparison.Ordinal);

    public ReadOnlyMemory<byte> Of(IReadOnlyList<TableTransactionAction> actions)
    {
        Line($"--{batch}");
        Line($"Content-Type: multipart/mixed; boundary={_changes}");
        Line("");
        foreach (var action in actions)
            Write(action);

        Line($"--{_changes}--");
        Line($"--{batch}--");
        return _body.WrittenMemory;
    }

    private void Write(TableTransactionAction action)
    {
        Key.ThrowIfMissing(action.Entity);
        Line($"--{_changes}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line("");
        Line($"{MethodOf(action.ActionType)} {AddressOf(action)} HTTP/1.1");
        Line("Accept: application/json;odata=minimalmetadata");
        Line("DataServiceVersion: 3.0");
        if (action.ActionType == TableTransactionActionType.Add)
            Line("Prefer: return-no-content");
        if (ConditionOf(action) is { } condition)
            Line($"If-Match: {condition.ToString("H")}");

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Line("");
            return;
        }

        Line("Content-Type: application/json");
        Line("");
        _body.Write(EntityBody.OfAny(action.Entity).Span);
        Line("");
    }

    private string AddressOf(TableTransactionAction action) => action.ActionType == TableTransactionActionType.Add
        ? $"{table.AbsoluteUri}"
        : $"{table.AbsoluteUri}{Key.Of(action.Entity.PartitionKey, action.Entity.RowKey)}";

    private static string MethodOf(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentException($"Unexpected value for {nameof(type)}: {type}"),
    };

    // No ETag means any, where the operation has a condition at all.
    private static ETag? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace
            or TableTransactionActionType.Delete => action.ETag == default ? ETag.All : action.ETag,
        _ => null,
    };

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, _body);
        _body.Write("\r\n"u8);
    }
}
