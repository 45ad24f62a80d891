using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication;

/// <summary>Sends JSON requests to one resource, and turns every status but the expected one into an exception.</summary>
internal sealed class Rest
{
    private const string Scope = "https://communication.azure.com//.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _endpoint;
    private readonly string _version;

    public Rest(Uri endpoint, HttpPipelinePolicy authentication, ClientOptions options, string version)
    {
        _endpoint = endpoint;
        _version = version;
        // Per try, behind the retry policy: a signature and a token must be fresh.
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    public static HttpPipelinePolicy By(AzureKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new HmacPolicy(credential);
    }

    public static HttpPipelinePolicy By(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new BearerTokenAuthenticationPolicy(credential, Scope);
    }

    public HttpMessage Post(string path, ReadOnlyMemory<byte> body)
    {
        var message = Create(RequestMethod.Post, path, 202);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    public HttpMessage Get(string path) => Create(RequestMethod.Get, path, 200);

    public Response Send(HttpMessage message, CancellationToken cancellationToken)
    {
        _pipeline.Send(message, cancellationToken);
        return Answer(message);
    }

    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Answer(message);
    }

    private HttpMessage Create(RequestMethod method, string path, ushort expected)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = new StatusCodeClassifier([expected]);
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Uri.AppendQuery("api-version", _version, escapeValue: true);
        request.Headers.Add("Accept", "application/json");
        return message;
    }

    private static Response Answer(HttpMessage message) =>
        message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
}
