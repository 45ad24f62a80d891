using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Bodies;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>The console's functions. What is deleted is nothing that another call asks for.</summary>
internal static class ConsoleEndpoints
{
    private static readonly string[] Pages =
        ["?pageSize=1", "?pageSize=101", "?pageSize=-1", "?pageSize=1&pageSize=2", "?after=x", "?after=", "?pageSize=\uFF11"];

    private static readonly string[] Records =
    [
        "?days=30", "?days=8", "?current=2&pageSize=1", "?current=0", "?current=2147483648", "?channel=fax", "?keyword=****1",
        "?keyword=a%40example.com", "?sendSuccess=1", "?verifySuccess=TRUE", "?clientId=%00", "?dialect=" + new string('d', 400),
    ];

    public static async Task<FuzzEndpoint[]> NewAsync(FunctionApp app)
    {
        (string, string)[] key = [("Authorization", $"Bearer {app.ConsoleKey}")];
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        var (client, goner) = ((await console.CreateAsync()).ClientId, (await console.CreateAsync()).ClientId);
        var (user, noUser) = (await StarlightCaller.UserAsync(app), await StarlightCaller.UserAsync(app));
        var (caller, noCaller) = (await CallerAsync(app), await CallerAsync(app));
        var session = (await ConsoleOf(app, $"users/{user}/sessions").PostAsync(new JsonObject()))
            .Expect(HttpStatusCode.Created).Text("id");

        return
        [
            Get("ConsoleListApplications", "clients", Pages),
            Get("ConsoleListUsers", "users", Pages),
            Get("ConsoleListCallers", "callers", Pages),
            Get("ConsoleListRecords", "otp", Records),
            Get("ConsoleStatistics", "statistics", ["?days=7", "?days=8", "?days="]),
            Get("ConsoleGetApplication", $"clients/{client}"),
            Get("ConsoleGetOtpConfig", $"clients/{client}/otp-config"),
            Get("ConsoleGetUser", $"users/{user}"),
            Get("ConsoleGetCaller", $"callers/{caller}"),
            Delete("ConsoleDeleteApplication", $"clients/{goner}"),
            Delete("ConsoleDeleteUser", $"users/{noUser}"),
            Delete("ConsoleDeleteCaller", $"callers/{noCaller}"),
            Delete("ConsoleCloseSession", $"users/{user}/sessions/{session}"),
            new("ConsoleRotateSecret", "PUT", $"api/console/clients/{client}/secret", FuzzShapes.Console) { Headers = key, Weight = 5 },
            new("ConsoleRotateToken", "PUT", $"api/console/callers/{caller}/token", FuzzShapes.Console) { Headers = key, Weight = 5 },
            Write("ConsoleCreateApplication", "POST", "clients", new() { ["name"] = "Fuzz" }),
            Write("ConsoleCreateUser", "POST", "users", new()) with { Body = NewUser },
            Write("ConsoleCreateCaller", "POST", "callers", new() { ["name"] = "Fuzz", ["permissions"] = new JsonArray("a") }),
            Write("ConsolePutOtpConfig", "PUT", $"clients/{client}/otp-config", ConsoleCaller.OtpConfig()),
            Write("ConsolePutUser", "PUT", $"users/{user}", new() { ["email"] = Recipients.Email(), ["telephone"] = Recipients.Mobile() }),
            Write("ConsolePutPermissions", "PUT", $"callers/{caller}/permissions", new() { ["permissions"] = new JsonArray("a", "b") }),
            Write("ConsoleOpenSession", "POST", $"users/{user}/sessions", new() { ["uid"] = "10001", ["expireMin"] = 5 }),
            Write("ConsoleListRecords", "POST", "otp", new() { ["keyword"] = "13612345678" }, 1),
        ];

        FuzzEndpoint Get(string name, string path, params string[] queries) =>
            new(name, "GET", $"api/console/{path}", FuzzShapes.Console)
            {
                Headers = key,
                Queries = queries,
                Weight = queries.Length > 0 ? 1 : 5,
            };

        FuzzEndpoint Delete(string name, string path) =>
            new(name, "DELETE", $"api/console/{path}", FuzzShapes.Console) { Headers = key, Weight = 5 };

        FuzzEndpoint Write(string name, string method, string path, JsonObject body, int weight = 10) =>
            new(name, method, $"api/console/{path}", FuzzShapes.Console)
            {
                Body = _ => body.DeepClone(),
                Refusals = new ConsoleBodyAnswers(HttpStatusCode.OK),
                Headers = key,
                Weight = weight,
            };
    }

    private static JsonObject NewUser(SeededBytes bytes)
    {
        var digits = $"{100_000_000 + bytes.Next(16_000_000)}";
        return new() { ["userName"] = $"fuzz{digits}", ["email"] = $"fuzz{digits}@example.com", ["telephone"] = $"13{digits}" };
    }

    private static async Task<string> CallerAsync(FunctionApp app) =>
        (await ConsoleOf(app, "callers").PostAsync(new JsonObject { ["name"] = "Fuzz", ["permissions"] = new JsonArray() }))
            .Expect(HttpStatusCode.Created).Text("id");

    private static ConsoleCaller ConsoleOf(FunctionApp app, string list) => new(app.Http, app.ConsoleKey, $"api/console/{list}");
}
