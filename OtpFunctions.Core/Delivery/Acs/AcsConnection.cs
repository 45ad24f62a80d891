namespace OtpFunctions.Core.Delivery.Acs;

/// <summary>Reads connection strings for what can be wrong with them before anybody is connected to.</summary>
internal static class AcsConnection
{
    /// <summary>The endpoint, or null when this is no <c>endpoint=URL;accesskey=BASE64</c>.</summary>
    public static Uri? EndpointOf(string connectionString)
    {
        Uri? endpoint = null;
        var hasKey = false;
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, { Length: > 0 } value])
            {
                return null;
            }

            switch (name.ToUpperInvariant())
            {
                case "ENDPOINT":
                    _ = Uri.TryCreate(value, UriKind.Absolute, out endpoint);
                    break;
                case "ACCESSKEY":
                    hasKey = Convert.TryFromBase64String(value, new byte[value.Length], out _);
                    break;
            }
        }

        return hasKey ? endpoint : null;
    }
}
