using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Console;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Count">1 to 100, 20 unless given.</param>
/// <param name="After">The next of the page before, or null.</param>
internal sealed record PageQuery(int Count, string? After)
{
    private const int Usual = 20;
    private const int Largest = 100;

    public static bool TryRead(
        IQueryCollection query,
        Predicate<string> isAfter,
        string shape,
        [NotNullWhen(true)] out PageQuery? page,
        [NotNullWhen(false)] out IResult? refusal)
    {
        string? size = query["pageSize"];
        string? after = query["after"];
        var count = Usual;
        page = null;
        refusal = null;
        if (size is not null
            && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out count)
                || count is < 1 or > Largest))
        {
            refusal = ConsoleErrors.BadField("pageSize", $"1 to {Largest}");
        }
        else if (after is not null && !isAfter(after))
        {
            refusal = ConsoleErrors.BadField("after", shape);
        }
        else
        {
            page = new PageQuery(count, after);
        }

        return page is not null;
    }
}
