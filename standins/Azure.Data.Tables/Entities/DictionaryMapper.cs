using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal sealed class DictionaryMapper<T> : EntityMapper<T>
    where T : class, ITableEntity, new()
{
    public override void Write(Utf8JsonWriter writer, T entity)
    {
        foreach (var (name, value) in Properties(entity))
        {
            if (!SystemProperty.Is(name)) EdmWriter.WriteAny(writer, name, value);
        }
    }

    public override void Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<char> name, EdmType type, T entity) =>
        Properties(entity)[name.ToString()] = EdmReader.Any(ref reader, type);

    private static Dictionary<string, object?> Properties(T entity) => ((TableEntity)(object)entity).Properties;
}
