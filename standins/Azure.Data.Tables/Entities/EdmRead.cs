using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal delegate T EdmRead<T>(ref Utf8JsonReader reader);
