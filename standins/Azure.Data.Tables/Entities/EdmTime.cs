using System.Globalization;

namespace Azure.Data.Tables.Entities;

internal static class EdmTime
{
    /// <summary>Seven digits after the point, all that a DateTime holds, and always UTC.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static string Text(DateTime utc) => utc.ToString(Format, CultureInfo.InvariantCulture);
}
