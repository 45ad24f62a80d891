using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private readonly TableRest _rest = null!;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(ConnectionString.Parse(connectionString), tableName, options)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, tableName, Authentication.By(credential), options)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, tableName, Authentication.By(tokenCredential), options)
    {
    }

    internal TableClient(TableRest rest, string account, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _rest = rest;
        AccountName = account;
        Name = tableName;
    }

    protected TableClient()
    {
    }

    private TableClient(ConnectionString connection, string tableName, TableClientOptions? options)
        : this(
            new TableRest(connection.Endpoint, connection.Authentication, options), connection.AccountName, tableName)
    {
    }

    private TableClient(Uri endpoint, string tableName, HttpPipelinePolicy authentication, TableClientOptions? options)
        : this(new TableRest(endpoint, authentication, options), Account.Of(endpoint), tableName)
    {
    }

    public virtual string Name { get; } = null!;

    public virtual string AccountName { get; } = null!;

    public virtual Uri Uri => _rest.UriOf(Name);

    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        _rest.CreateTable(Name, cancellationToken);

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableAsync(Name, cancellationToken);

    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        _rest.CreateTableIfNotExists(Name, cancellationToken);

    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _rest.CreateTableIfNotExistsAsync(Name, cancellationToken);

    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        _rest.DeleteTable(Name, cancellationToken);

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _rest.DeleteTableAsync(Name, cancellationToken);

    public virtual Pageable<T> Query<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new() =>
        new Pages<T>(_rest, QueryRequest(filter, select), Page<T>, maxPerPage, cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new() =>
        new AsyncPages<T>(_rest, QueryRequest(filter, select), Page<T>, maxPerPage, cancellationToken);

    private Func<string?, int?, HttpMessage> QueryRequest(string? filter, IEnumerable<string>? select)
    {
        var names = TableRequests.Names(select);
        return (token, top) => _rest.Requests.Query(Name, filter, names, Continuation.Parse(token), top);
    }

    private static Page<T> Page<T>(Response response)
        where T : class, ITableEntity, new() =>
        Azure.Page<T>.FromValues(EntityReader.Many<T>(response), Continuation.TokenOf(response), response);
}
