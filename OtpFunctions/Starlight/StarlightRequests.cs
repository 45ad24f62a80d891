using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>Reads the two requests. The first fault is the answer.</summary>
internal static class StarlightRequests
{
    public static bool TryReadSend(
        JsonBody body, [NotNullWhen(true)] out SendRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = null;
        if (body.Problem is { } problem)
        {
            error = StarlightErrors.TextOf(problem);
            return false;
        }

        var fields = body.Fields;
        request = new SendRequest(fields.RequiredText("user_name"), fields.OptionalTruth("by_telephone") ?? false);
        error = StarlightErrors.TextOf(fields.Problem);
        return error is null;
    }

    public static bool TryReadCheck(
        JsonBody body, [NotNullWhen(true)] out CheckRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = null;
        if (body.Problem is { } problem)
        {
            error = StarlightErrors.TextOf(problem);
            return false;
        }

        var fields = body.Fields;
        request = new CheckRequest(fields.RequiredText("user_name"), fields.RequiredText("verification_code").Trim());
        error = StarlightErrors.TextOf(fields.Problem);
        return error is null;
    }
}
