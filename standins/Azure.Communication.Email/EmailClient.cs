using Azure.Communication.Email.Http;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

public class EmailClient
{
    public EmailClient(string connectionString)
        : this(ConnectionString.Parse(connectionString), null)
    {
    }

    public EmailClient(string connectionString, EmailClientOptions? options)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = default)
        : this(endpoint, Communication.Rest.By(credential), options)
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = default)
        : this(endpoint, Communication.Rest.By(credential), options)
    {
    }

    protected EmailClient()
    {
    }

    private EmailClient(ConnectionString connection, EmailClientOptions? options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private EmailClient(Uri endpoint, HttpPipelinePolicy authentication, EmailClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new EmailClientOptions();
        Rest = new EmailRest(new Rest(endpoint, authentication, options, options.ApiVersion));
    }

    internal EmailRest Rest { get; } = null!;

    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default)
    {
        MessageCheck.ThrowIfIncomplete(message);
        // One id a call, the same over its retries: the service takes a message that comes again as the one it has.
        var sent = await Rest.SendAsync(message, Guid.NewGuid(), cancellationToken).ConfigureAwait(false);
        var operation = new EmailSendOperation(sent.Value.Id!, this, sent.GetRawResponse());
        if (wait == WaitUntil.Completed)
            await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);

        return operation;
    }
}
