using Azure.Communication.Sms.Http;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Sms;

public class SmsClient
{
    private readonly SmsRest _rest = null!;

    public SmsClient(string connectionString)
        : this(ConnectionString.Parse(connectionString), null)
    {
    }

    public SmsClient(string connectionString, SmsClientOptions? options)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    public SmsClient(Uri endpoint, AzureKeyCredential keyCredential, SmsClientOptions? options = default)
        : this(endpoint, Rest.By(keyCredential), options)
    {
    }

    public SmsClient(Uri endpoint, TokenCredential tokenCredential, SmsClientOptions? options = default)
        : this(endpoint, Rest.By(tokenCredential), options)
    {
    }

    protected SmsClient()
    {
    }

    private SmsClient(ConnectionString connection, SmsClientOptions? options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private SmsClient(Uri endpoint, HttpPipelinePolicy authentication, SmsClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new SmsClientOptions();
        _rest = new SmsRest(new Rest(endpoint, authentication, options, options.ApiVersion));
    }

    public virtual async Task<Response<SmsSendResult>> SendAsync(
        string from,
        string to,
        string message,
        SmsSendOptions? options = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        var sent = await SendAsync(from, [to], message, options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(sent.Value[0], sent.GetRawResponse());
    }

    public virtual Task<Response<IReadOnlyList<SmsSendResult>>> SendAsync(
        string from,
        IEnumerable<string> to,
        string message,
        SmsSendOptions? options = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        return _rest.SendAsync(from, Recipients(to), message, options, cancellationToken);
    }

    private static SmsRecipient[] Recipients(IEnumerable<string> to)
    {
        var recipients = to.Select(SmsRecipient.New).ToArray();
        return recipients.Length > 0 ? recipients : throw new ArgumentException("Value cannot be empty.", nameof(to));
    }
}
