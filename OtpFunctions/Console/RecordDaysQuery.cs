using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Console;

/// <summary>How far back records and statistics are asked for.</summary>
internal static class RecordDaysQuery
{
    private const int Usual = 7;

    public static IResult Refusal { get; } = ConsoleErrors.BadField("days", "7, 30 or 90");

    public static bool TryRead(IQueryCollection query, out int days)
    {
        string? text = query["days"];
        days = text switch { null or "" => Usual, "7" => 7, "30" => 30, "90" => 90, _ => 0 };
        return days > 0;
    }
}
