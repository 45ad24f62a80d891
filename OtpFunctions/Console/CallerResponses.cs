using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>What the console answers about callers. A token is in the answer that makes it and in no other.</summary>
internal static class CallerResponses
{
    public static IResult Created(NewCaller made) => WithToken(made, StatusCodes.Status201Created);

    public static IResult Rotated(NewCaller made) => WithToken(made, StatusCodes.Status200OK);

    public static IResult One(Caller caller) =>
        new JsonAnswer<CallerView>(View(caller), ConsoleJson.Default.CallerView);

    public static IResult Page(IReadOnlyList<Caller> page, bool isFull) => new JsonAnswer<PageView>(
        new([.. page.Select(View)], isFull ? page[^1].Id : null), ConsoleJson.Default.CallerPageView);

    private static JsonAnswer<TokenView> WithToken(NewCaller made, int status) => new(
        new(made.Caller.Id, made.Caller.Name, made.Caller.Permissions, made.Token, made.Caller.CreatedAt.UtcDateTime),
        ConsoleJson.Default.TokenView,
        status);

    private static CallerView View(Caller caller) =>
        new(caller.Id, caller.Name, caller.Permissions, caller.CreatedAt.UtcDateTime);

    internal sealed record CallerView(string Id, string Name, IReadOnlyList<string> Permissions, DateTime CreateDate);

    internal sealed record TokenView(
        string Id, string Name, IReadOnlyList<string> Permissions, string Token, DateTime CreateDate);

    internal sealed record PageView(IReadOnlyList<CallerView> List, string? Next);
}
