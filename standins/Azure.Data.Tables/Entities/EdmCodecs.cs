using System.Reflection;

namespace Azure.Data.Tables.Entities;

internal static class EdmCodecs
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = new EdmCodec<string?>(EdmWriter.Write, (ref reader) => reader.GetString()),
        [typeof(bool)] = new EdmCodec<bool>(EdmWriter.Write, (ref reader) => reader.GetBoolean()),
        [typeof(int)] = new EdmCodec<int>(EdmWriter.Write, (ref reader) => reader.GetInt32()),
        [typeof(long)] = new EdmCodec<long>(EdmWriter.Write, EdmReader.Int64),
        [typeof(double)] = new EdmCodec<double>(EdmWriter.Write, EdmReader.Double),
        [typeof(DateTime)] = new EdmCodec<DateTime>(EdmWriter.Write, EdmReader.DateTime),
        [typeof(DateTimeOffset)] =
            new EdmCodec<DateTimeOffset>(EdmWriter.Write, (ref reader) => reader.GetDateTimeOffset()),
        [typeof(Guid)] = new EdmCodec<Guid>(EdmWriter.Write, (ref reader) => reader.GetGuid()),
        [typeof(byte[])] = new EdmCodec<byte[]?>(EdmWriter.Write, (ref reader) => reader.GetBytesFromBase64()),
        [typeof(BinaryData)] = new EdmCodec<BinaryData?>(
            EdmWriter.Write, (ref reader) => BinaryData.FromBytes(reader.GetBytesFromBase64())),
    };

    public static EdmCodec<T> For<T>(string property)
    {
        if (Known.TryGetValue(typeof(T), out var known)) return (EdmCodec<T>)known;
        if (typeof(T).IsEnum) return (EdmCodec<T>)Make(nameof(OfEnum), typeof(T));
        if (Nullable.GetUnderlyingType(typeof(T)) is { } inner)
            return (EdmCodec<T>)Make(nameof(OfNullable), inner, property);
        throw new NotSupportedException(
            $"A table cannot hold '{property}', a {typeof(T)}; mark it [IgnoreDataMember] to leave it out.");
    }

    private static object Make(string method, Type type, params object[] arguments) =>
        typeof(EdmCodecs).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static EdmCodec<T> OfEnum<T>()
        where T : struct, Enum =>
        new(
            (writer, name, value) => writer.WriteString(name, value.ToString()),
            (ref reader) => Enum.Parse<T>(reader.GetString()!));

    private static EdmCodec<T?> OfNullable<T>(string property)
        where T : struct
    {
        var inner = For<T>(property);
        return new EdmCodec<T?>(
            (writer, name, value) =>
            {
                if (value is { } present) inner.Write(writer, name, present);
            },
            (ref reader) => inner.Read(ref reader));
    }
}
