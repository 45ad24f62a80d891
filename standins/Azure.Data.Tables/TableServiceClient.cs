using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableRest _rest = null!;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(endpoint, Authentication.By(credential), options)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(endpoint, Authentication.By(credential), options)
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, Authentication.By(tokenCredential), options)
    {
    }

    protected TableServiceClient()
    {
    }

    private TableServiceClient(ConnectionString connection, TableClientOptions? options)
    {
        _rest = new TableRest(connection.Endpoint, connection.Authentication, options);
        AccountName = connection.AccountName;
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        _rest = new TableRest(endpoint, authentication, options);
        AccountName = Account.Of(endpoint);
    }

    public virtual string AccountName { get; } = null!;

    public virtual Uri Uri => _rest.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    public virtual TableClient GetTableClient(string tableName) => new(_rest, AccountName, tableName);

    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTable(tableName, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(tableName, cancellationToken);

    public virtual Response<TableItem> CreateTableIfNotExists(
        string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableIfNotExists(tableName, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        _rest.CreateTableIfNotExistsAsync(tableName, cancellationToken);

    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        _rest.DeleteTable(tableName, cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(tableName, cancellationToken);

    public virtual Pageable<TableItem> Query(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(_rest, QueryRequest(filter), Page, maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new AsyncPages<TableItem>(_rest, QueryRequest(filter), Page, maxPerPage, cancellationToken);

    private Func<string?, int?, HttpMessage> QueryRequest(string? filter) =>
        (nextTableName, top) => _rest.Requests.QueryTables(filter, nextTableName, top);

    private static Page<TableItem> Page(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues(EntityReader.Tables(response), next, response);
    }
}
