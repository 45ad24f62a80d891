namespace Azure.Communication.Email;

public class EmailSendOperation : Operation<EmailSendResult>
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    private readonly EmailClient _client = null!;
    private Response _response = null!;
    private EmailSendResult? _value;
    private RequestFailedException? _failure;

    public EmailSendOperation(string id, EmailClient client)
        : this(id, client, null)
    {
    }

    protected EmailSendOperation()
    {
    }

    internal EmailSendOperation(string id, EmailClient client, Response? response)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(client);
        Id = id;
        _client = client;
        _response = response!;
    }

    public override string Id { get; } = null!;

    public override bool HasCompleted => _value is not null || _failure is not null;

    public override bool HasValue => _value is not null;

    public override EmailSendResult Value =>
        _failure is not null ? throw _failure
        : _value ?? throw new InvalidOperationException("The operation has not completed yet.");

    public override Response GetRawResponse() => _response;

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? Final() : Take(_client.Rest.GetResult(Id, cancellationToken));

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted
            ? Final()
            : Take(await _client.Rest.GetResultAsync(Id, cancellationToken).ConfigureAwait(false));

    public override Response<EmailSendResult> WaitForCompletion(CancellationToken cancellationToken = default) =>
        WaitForCompletion(PollingInterval, cancellationToken);

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(
        CancellationToken cancellationToken = default) =>
        WaitForCompletionAsync(PollingInterval, cancellationToken);

    private Response Take(Response<EmailSendResult> update)
    {
        _response = update.GetRawResponse();
        var status = update.Value.Status;
        if (status == EmailSendStatus.Succeeded)
            _value = update.Value;
        else if (status == EmailSendStatus.Failed || status == EmailSendStatus.Canceled)
            _failure = new RequestFailedException(_response);

        return Final();
    }

    private Response Final() => _failure is null ? _response : throw _failure;
}
