using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal sealed class TypedColumn<TEntity, TValue>(string name, PropertyInfo property) : Column<TEntity>(name)
{
    private readonly EdmCodec<TValue> _codec = EdmCodecs.For<TValue>(property.Name);
    private readonly Func<TEntity, TValue> _get = property.GetMethod!.CreateDelegate<Func<TEntity, TValue>>();
    private readonly Action<TEntity, TValue>? _set = property.SetMethod?.CreateDelegate<Action<TEntity, TValue>>();

    public override void Write(Utf8JsonWriter writer, TEntity entity) => _codec.Write(writer, Name, _get(entity));

    public override void Read(ref Utf8JsonReader reader, TEntity entity) =>
        _set?.Invoke(entity, reader.TokenType == JsonTokenType.Null ? default! : _codec.Read(ref reader));
}
