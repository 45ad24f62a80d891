using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Http;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Response<T> GetEntity<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Get(Name, partitionKey, rowKey, select, Accepted.Found);
        return EntityReader.One<T>(_rest.Send(message, cancellationToken));
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Get(Name, partitionKey, rowKey, select, Accepted.Found);
        return EntityReader.One<T>(await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Get(Name, partitionKey, rowKey, select, Accepted.FoundOrMissing);
        return OneOrNone<T>(_rest.Send(message, cancellationToken));
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Get(Name, partitionKey, rowKey, select, Accepted.FoundOrMissing);
        return OneOrNone<T>(await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Insert(Name, entity);
        return _rest.Send(message, cancellationToken);
    }

    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Insert(Name, entity);
        return await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public virtual Response UpdateEntity<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Update(Name, entity, ifMatch, mode);
        return _rest.Send(message, cancellationToken);
    }

    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Update(Name, entity, ifMatch, mode);
        return await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Upsert(Name, entity, mode);
        return _rest.Send(message, cancellationToken);
    }

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : class, ITableEntity, new()
    {
        using var message = _rest.Requests.Upsert(Name, entity, mode);
        return await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A missing entity is no error: the status is 404 then, as in the package. No ETag means any.</summary>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _rest.Requests.Delete(Name, partitionKey, rowKey, ifMatch);
        return _rest.Send(message, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _rest.Requests.Delete(Name, partitionKey, rowKey, ifMatch);
        return await _rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        Key.ThrowIfMissing(entity);
        return DeleteEntity(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        Key.ThrowIfMissing(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private static NullableResponse<T> OneOrNone<T>(Response response)
        where T : class, ITableEntity, new() =>
        response.Status == 404 ? new NoValueResponse<T>(response) : EntityReader.One<T>(response);
}
