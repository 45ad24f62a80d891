using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>How a property of one type is written and read. It writes nothing for null.</summary>
internal sealed record EdmCodec<T>(Action<Utf8JsonWriter, string, T> Write, EdmRead<T> Read);
