using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Http;

/// <summary>Sends requests, and does what both clients do with tables.</summary>
internal sealed class TableRest
{
    private readonly HttpPipeline _pipeline;

    public TableRest(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new FailureParser(),
        });
        Endpoint = endpoint;
        Requests = new TableRequests(_pipeline, endpoint, options.VersionString);
    }

    public Uri Endpoint { get; }

    public TableRequests Requests { get; }

    public Uri UriOf(string table) => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{table}");

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

    public Response<TableItem> CreateTable(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.CreateTable(name, Accepted.Written);
        return Created(name, Send(message, cancellationToken));
    }

    public async Task<Response<TableItem>> CreateTableAsync(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.CreateTable(name, Accepted.Written);
        return Created(name, await SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public Response<TableItem> CreateTableIfNotExists(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.CreateTable(name, Accepted.WrittenOrConflict);
        return Created(name, Send(message, cancellationToken));
    }

    public async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.CreateTable(name, Accepted.WrittenOrConflict);
        return Created(name, await SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public Response DeleteTable(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.DeleteTable(name);
        return Send(message, cancellationToken);
    }

    public async Task<Response> DeleteTableAsync(string name, CancellationToken cancellationToken)
    {
        using var message = Requests.DeleteTable(name);
        return await SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    // A conflict gets here where an existing table is welcome; one that is being deleted conflicts as well.
    private static Response<TableItem> Created(string name, Response response)
    {
        if (response.Status == 409)
        {
            var conflict = new RequestFailedException(response);
            if (conflict.ErrorCode != TableErrorCode.TableAlreadyExists.ToString()) throw conflict;
        }

        return Response.FromValue(new TableItem(name), response);
    }

    private static Response Answer(HttpMessage message) =>
        message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
}
