using System.Net;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Judges an answer: in shape, of the caller's making, and with nothing of the inside in it.</summary>
internal static partial class FuzzOracle
{
    /// <summary>What is wrong with the answer, or null.</summary>
    public static string? FaultOf(FuzzRequest request, Answer? answer)
    {
        try
        {
            Check(request, answer);
            return null;
        }
        catch (Exception exception) when (exception is Xunit.Sdk.XunitException or System.Text.Json.JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            var body = answer?.Body[..Math.Min(answer.Body.Length, 400)];
            return $"{request}\n  -> {(answer is null ? "no answer" : $"{(int)answer.Status} {body}")}\n  {exception.Message}";
        }
    }

    private static void Check(FuzzRequest request, Answer? answer)
    {
        var liberties = request.Liberties;
        if (answer is null)
        {
            Assert.True(liberties.HasFlag(Liberties.Unserved), "The connection ended without an answer.");
            return;
        }

        Assert.DoesNotMatch(Inside(), answer.Body);
        if (IsOfTheHost(liberties, answer))
            return;

        Assert.True((int)answer.Status < 500, "A fault of the service.");
        if (liberties.HasFlag(Liberties.Astray))
            Assert.Contains(FuzzShapes.All, shape => Fits(shape, answer));
        else if (request is { Endpoint.Refusals: { } refusals, Expectation: FuzzExpectation.Malformed })
            refusals.ExpectMalformed(answer);
        else if (request is { Endpoint.Refusals: { } cap, Expectation: FuzzExpectation.TooLarge })
            cap.ExpectTooLarge(answer);
        else
            request.Endpoint.Shape(answer);
    }

    private static bool IsOfTheHost(Liberties liberties, Answer answer) => answer.Body.Length == 0 && answer.Status switch
    {
        HttpStatusCode.NotFound => liberties.HasFlag(Liberties.Unrouted),
        HttpStatusCode.Unauthorized => liberties.HasFlag(Liberties.Unkeyed),
        HttpStatusCode.HttpVersionNotSupported or HttpStatusCode.NotImplemented
            or (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
            => liberties.HasFlag(Liberties.Unserved),
        _ => false,
    };

    private static bool Fits(Action<Answer> shape, Answer answer) => Record.Exception(() => shape(answer)) is null;

    // Names of types and methods, lines of a stack trace, paths of files.
    [GeneratedRegex(
        @"\w+Exception\b|\b(System|Microsoft|Azure|OtpFunctions)\.[A-Z]\w+|^\s+at \S+\(|\.cs\b|\.dll\b|"
        + @"/(tmp|home|usr|etc|var|proc)/|[A-Z]:\\",
        RegexOptions.Multiline)]
    private static partial Regex Inside();
}
