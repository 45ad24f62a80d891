using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Http;

/// <summary>The requests of https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api.</summary>
internal sealed class TableRequests(HttpPipeline pipeline, Uri endpoint, string version)
{
    private readonly Uri _endpoint = new(endpoint.AbsoluteUri.TrimEnd('/'));

    public HttpMessage CreateTable(string name, ResponseClassifier accepted)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var message = Create(RequestMethod.Post, "/Tables", accepted);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithBody(message, EntityBody.OfTable(name));
    }

    public HttpMessage DeleteTable(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Create(RequestMethod.Delete, $"/Tables({Key.Quoted(name)})", Accepted.DeletedOrMissing);
    }

    public HttpMessage QueryTables(string? filter, string? nextTableName, int? top)
    {
        var message = Create(RequestMethod.Get, "/Tables", Accepted.Found);
        AddQuery(message, "$filter", filter);
        AddQuery(message, "$top", top?.ToString(CultureInfo.InvariantCulture));
        AddQuery(message, "NextTableName", nextTableName);
        return message;
    }

    public HttpMessage Get(
        string table, string partitionKey, string rowKey, IEnumerable<string>? select, ResponseClassifier accepted)
    {
        var message = Create(RequestMethod.Get, Key.Path(table, partitionKey, rowKey), accepted);
        AddQuery(message, "$select", Names(select));
        return message;
    }

    public HttpMessage Insert<T>(string table, T entity)
        where T : class, ITableEntity, new()
    {
        Key.ThrowIfMissing(entity);
        var message = Create(RequestMethod.Post, $"/{table}", Accepted.Written);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithBody(message, EntityBody.Of(entity));
    }

    public HttpMessage Update<T>(string table, T entity, ETag ifMatch, TableUpdateMode mode)
        where T : class, ITableEntity, new()
    {
        Key.ThrowIfMissing(entity);
        if (ifMatch == default) throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        var message = Upsert(table, entity, mode);
        message.Request.Headers.Add("If-Match", ifMatch.ToString("H"));
        return message;
    }

    public HttpMessage Upsert<T>(string table, T entity, TableUpdateMode mode)
        where T : class, ITableEntity, new()
    {
        Key.ThrowIfMissing(entity);
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}"),
        };
        var message = Create(method, Key.Path(table, entity.PartitionKey, entity.RowKey), Accepted.Written);
        return WithBody(message, EntityBody.Of(entity));
    }

    public HttpMessage Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = Create(RequestMethod.Delete, Key.Path(table, partitionKey, rowKey), Accepted.DeletedOrMissing);
        var etag = ifMatch == default ? ETag.All : ifMatch;
        message.Request.Headers.Add("If-Match", etag.ToString("H"));
        return message;
    }

    public HttpMessage Transaction(string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var message = Create(RequestMethod.Post, "/$batch", Accepted.Taken);
        var batch = $"batch_{Guid.NewGuid()}";
        message.Request.Headers.Add("Content-Type", $"multipart/mixed; boundary={batch}");
        message.Request.Content = RequestContent.Create(
            new TransactionBody(new Uri($"{_endpoint.AbsoluteUri}/{table}"), batch).Of(actions));
        return message;
    }

    public HttpMessage Query(string table, string? filter, string? select, Continuation? continuation, int? top)
    {
        var message = Create(RequestMethod.Get, $"/{table}()", Accepted.Found);
        AddQuery(message, "$filter", filter);
        AddQuery(message, "$select", select);
        AddQuery(message, "$top", top?.ToString(CultureInfo.InvariantCulture));
        AddQuery(message, "NextPartitionKey", continuation?.PartitionKey);
        AddQuery(message, "NextRowKey", continuation?.RowKey);
        return message;
    }

    public static string? Names(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private HttpMessage Create(RequestMethod method, string path, ResponseClassifier accepted)
    {
        var message = pipeline.CreateMessage();
        message.ResponseClassifier = accepted;
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    private static HttpMessage WithBody(HttpMessage message, ReadOnlyMemory<byte> body)
    {
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    private static void AddQuery(HttpMessage message, string name, string? value)
    {
        if (value is not null) message.Request.Uri.AppendQuery(name, value, escapeValue: true);
    }
}
