using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Reads what a caller may do.</summary>
internal static class Permissions
{
    public static bool TryRead(
        JsonFields fields,
        [NotNullWhen(true)] out IReadOnlyList<string>? permissions,
        [NotNullWhen(false)] out IResult? refusal)
    {
        permissions = fields.TextList("permissions");
        if (permissions?.Count > CallerDirectory.MostPermissions
            || permissions?.All(CallerDirectory.IsPermission) == false)
        {
            permissions = null;
        }

        refusal = permissions is not null
            ? null
            : ConsoleErrors.BadField(
                "permissions",
                $"a list of at most {CallerDirectory.MostPermissions} names, each 1 to 64 of a-z, 0-9 and _");
        return permissions is not null;
    }
}
