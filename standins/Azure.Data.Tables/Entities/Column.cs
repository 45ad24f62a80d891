using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>A property of an entity's own class.</summary>
internal abstract class Column<TEntity>(string name)
{
    public string Name { get; } = name;

    public abstract void Write(Utf8JsonWriter writer, TEntity entity);

    public abstract void Read(ref Utf8JsonReader reader, TEntity entity);
}
