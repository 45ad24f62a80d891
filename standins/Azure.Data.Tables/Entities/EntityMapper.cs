using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Writes and reads what entities of one class have beside keys, time stamp and ETag.</summary>
internal abstract class EntityMapper<T>
    where T : class, ITableEntity, new()
{
    // Lazy, so that a class that cannot be mapped fails with its own exception and not as a failed type initialiser.
    private static readonly Lazy<EntityMapper<T>> Made = new(() =>
        typeof(TableEntity).IsAssignableFrom(typeof(T)) ? new DictionaryMapper<T>() : new ClassMapper<T>());

    public static EntityMapper<T> Instance => Made.Value;

    public abstract void Write(Utf8JsonWriter writer, T entity);

    /// <summary>Reads the value the reader stands on, of the property named.</summary>
    public abstract void Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<char> name, EdmType type, T entity);
}
