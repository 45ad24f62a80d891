using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>What the console answers about users and their sessions: one user in full, a list masked.</summary>
internal static class UserResponses
{
    public static IResult Created(User user) => InFull(user, StatusCodes.Status201Created);

    public static IResult One(User user) => InFull(user, StatusCodes.Status200OK);

    public static IResult Page(IEnumerable<User> page, string? next) => new JsonAnswer<PageView>(
        new([.. page.Select(user => new UserView(user.Name, user.Email?.Masked, user.Phone?.Masked))], next),
        ConsoleJson.Default.UserPageView);

    public static IResult Opened(NewSession made) => new JsonAnswer<SessionView>(
        new(made.Id, made.UserName, made.AccountToken, made.ExpiresAt.UtcDateTime)
        {
            Uid = made.Uid,
            UidToken = made.UserToken,
        },
        ConsoleJson.Default.SessionView,
        StatusCodes.Status201Created);

    private static JsonAnswer<UserView> InFull(User user, int status) => new(
        new(user.Name, user.Email?.Delivery, user.Phone?.E164), ConsoleJson.Default.UserView, status);

    internal sealed record UserView(string UserName, string? Email, string? Telephone);

    internal sealed record PageView(IReadOnlyList<UserView> List, string? Next);

    internal sealed record SessionView(string Id, string Aid, string AidToken, DateTime ExpireDate)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Uid { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? UidToken { get; init; }
    }
}
