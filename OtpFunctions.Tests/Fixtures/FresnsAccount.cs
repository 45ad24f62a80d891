using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>An account with a session, made by the console.</summary>
internal sealed record FresnsAccount(
    string Aid, string Session, string AidToken, string UidToken, string Email, string Mobile)
{
    public const string Uid = "10001";

    /// <summary>The headers of who is signed in.</summary>
    public (string Name, string Value)[] Headers =>
    [
        ("X-Fresns-Aid", Aid), ("X-Fresns-Aid-Token", AidToken), ("X-Fresns-Uid", Uid), ("X-Fresns-Uid-Token", UidToken),
    ];

    public static Task<FresnsAccount> OpenAsync(SharedApp shared, params string[] has) => OpenAsync(shared.App, has);

    /// <summary>A new account that has an email, a phone, both or neither; its own addresses are named all the same.</summary>
    public static async Task<FresnsAccount> OpenAsync(FunctionApp app, params string[] has)
    {
        var aid = "f" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        var user = new JsonObject
        {
            ["userName"] = aid,
            ["email"] = has.Contains("email") ? email : null,
            ["telephone"] = has.Contains("phone") ? mobile : null,
        };
        (await ConsoleOf(app, "users").PostAsync(user)).Expect(HttpStatusCode.Created);
        var session = (await ConsoleOf(app, $"users/{aid}/sessions").PostAsync(new JsonObject { ["uid"] = Uid }))
            .Expect(HttpStatusCode.Created);
        return new(aid, session.Text("id"), session.Text("aidToken"), session.Text("uidToken"), email, mobile);
    }

    private static ConsoleCaller ConsoleOf(FunctionApp app, string list) =>
        new(app.Http, app.ConsoleKey, $"api/console/{list}");
}
