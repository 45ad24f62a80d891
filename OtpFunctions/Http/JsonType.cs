namespace OtpFunctions.Http;

/// <summary>The types a field can be asked for.</summary>
internal enum JsonType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Truth,
}
