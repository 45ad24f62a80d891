namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>Members by their names, in any case; no numbers and no lists, which Enum.TryParse takes too.</summary>
internal static class EnumNames
{
    public static T? Find<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>());
}
