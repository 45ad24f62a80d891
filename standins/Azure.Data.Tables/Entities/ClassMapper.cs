using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal sealed class ClassMapper<T> : EntityMapper<T>
    where T : class, ITableEntity, new()
{
    private readonly Dictionary<string, Column<T>> _columns = Columns().ToDictionary(column => column.Name);
    private readonly Dictionary<string, Column<T>>.AlternateLookup<ReadOnlySpan<char>> _columnOf;

    public ClassMapper() => _columnOf = _columns.GetAlternateLookup<ReadOnlySpan<char>>();

    public override void Write(Utf8JsonWriter writer, T entity)
    {
        foreach (var column in _columns.Values) column.Write(writer, entity);
    }

    public override void Read(ref Utf8JsonReader reader, scoped ReadOnlySpan<char> name, EdmType type, T entity)
    {
        if (_columnOf.TryGetValue(name, out var column)) column.Read(ref reader, entity);
    }

    private static IEnumerable<Column<T>> Columns() =>
        from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanRead && property.GetIndexParameters().Length == 0
        where !property.IsDefined(typeof(IgnoreDataMemberAttribute))
        let name = property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name
        where !SystemProperty.Is(name) && name != nameof(ITableEntity.ETag)
        select Column(name, property);

    private static Column<T> Column(string name, PropertyInfo property) => (Column<T>)Activator.CreateInstance(
        typeof(TypedColumn<,>).MakeGenericType(typeof(T), property.PropertyType),
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions,
        null,
        [name, property],
        null)!;
}
