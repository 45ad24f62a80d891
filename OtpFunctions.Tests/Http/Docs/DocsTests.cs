using System.Net;
using System.Text.Json;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Docs;

/// <summary>Every curl of the documents is run, and answered as the documents say.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class DocsTests(SharedApp shared)
{
    private static readonly (string Field, string Variable)[] Kept =
    [
        ("clientId", "CLIENT_ID"), ("clientSecret", "CLIENT_SECRET"), ("code", "CODE"), ("id", "ID"), ("token", "TOKEN"),
        ("aidToken", "AID_TOKEN"), ("uidToken", "UID_TOKEN"), ("verification_code", "CODE"),
        ("addr", "ADDR"), ("rand", "RAND"), ("title", "TITLE"), ("challenge", "CHALLENGE"),
    ];

    private const string Call = """
        curl -s http://localhost:7071/api/open/verify-otp -H 'Content-Type: application/json' \
          -d '{"clientId":"'$CLIENT_ID'"}'
        """;

    public static TheoryData<string> Pages() => new(PagePaths());

    // Local, for the recipients of the documents are the same in every run, and may be sent only so many codes.
    [LocalTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_curl_of_a_page_is_answered_as_the_page_says(string page) =>
        await RunAsync(await File.ReadAllTextAsync(Path.Combine(Root(), page)));

    [Fact]
    public void The_pages_hold_examples()
    {
        var pages = PagePaths().Select(page => File.ReadAllText(Path.Combine(Root(), page)));
        var examples = pages.SelectMany(page => DocPage.Parse(page).Examples);

        Assert.True(examples.Count() > 5);
    }

    [Theory]
    [InlineData("json", """{"error":"recipient 必填"}""", true)]
    [InlineData("json", """{"error":"recipient 选填"}""", false)]
    [InlineData("json", """{"error":"recipient 必填","more":1}""", false)]
    [InlineData("json", """{"error":5}""", false)]
    [InlineData("json", """{"result":"success"}""", false)]
    [InlineData("text", "204", false)]
    public async Task A_planted_wrong_answer_is_noticed(string language, string answer, bool isRight)
    {
        var failure = await Record.ExceptionAsync(() => RunAsync(Page(Create, Created) + Page(Call, answer, language)));

        Assert.Equal(isRight, failure is null);
        Assert.True(isRight || failure is Xunit.Sdk.XunitException, $"{failure}");
    }

    [Theory]
    [InlineData("Just type curl http://localhost:7071/api/health and see.")]
    [InlineData("```sh\ncurl -s http://localhost:7071/api/health\n```\n")]
    [InlineData("```sh\nexport A=1\ncurl -s http://localhost:7071/api/health\n```\n\n```json\n{}\n```\n")]
    [InlineData("```bash\ncurl -s http://localhost:7071/api/health\n```\n\n```json\n{}\n```\n")]
    [InlineData("```sh\ncurl -s http://localhost:7071/api/health | jq\n```\n\n```json\n{}\n```\n")]
    [InlineData("```sh\ncurl -s http://localhost:7071/a\ncurl -s http://localhost:7071/b\n```\n\n```json\n{}\n```\n")]
    [InlineData("```sh\ncurl -s http://localhost:7071/api/$NOBODY\n```\n\n```json\n{}\n```\n")]
    [InlineData("```sh\ncurl -s https://example.com/api/health\n```\n\n```json\n{}\n```\n")]
    [InlineData("```sh\ncurl -k http://localhost:7071/api/health\n```\n\n```json\n{}\n```\n")]
    public async Task A_curl_of_another_form_is_an_error(string page) =>
        await Assert.ThrowsAsync<FormatException>(() => RunAsync(page));

    private const string Create =
        """
        curl -s http://localhost:7071/api/console/clients -H "Authorization: Bearer $CONSOLE_KEY" -d '{"name":"Shop"}'
        """;

    private const string Created =
        """
        {
          "clientId": "07c9770f22b1460398d44b4a3543db79",
          "clientSecret": "8d08fbbd89a547df8bda56eba12fac2e",
          "name": "Shop",
          "createDate": "2026-11-21T21:23:30.0190583Z"
        }
        """;

    private static IEnumerable<string> PagePaths()
    {
        var root = Root();
        return System.IO.Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(root, "README.md"))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static string Page(string command, string answer, string language = "json") =>
        $"Text.\n\n```sh\n{command}\n```\n\n```{language}\n{answer}\n```\n\n";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OtpFunctions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above holds OtpFunctions.sln.");

        return folder.FullName;
    }

    private async Task RunAsync(string markdown)
    {
        var variables = new Dictionary<string, string>
        {
            ["CONSOLE_KEY"] = shared.App.ConsoleKey,
            ["FUNCTION_KEY"] = shared.App.FunctionKey,
        };
        foreach (var example in DocPage.Parse(markdown).Examples)
        {
            var request = CurlCommand.Parse(example.Command, variables).ToRequest();
            var answer = await Answer.ReadAsync(shared.Http.SendAsync(request));
            if (example.Language == "text")
            {
                Assert.Equal((example.Answer, ""), ($"{(int)answer.Status}", answer.Body));
                continue;
            }

            JsonShape.AssertSame(JsonSerializer.Deserialize<JsonElement>(example.Answer), answer.Json);
            Assert.Equal(SaysNo(answer), answer.Status >= HttpStatusCode.BadRequest);
            Keep(answer.Json, variables);
        }
    }

    private static bool SaysNo(Answer answer) =>
        answer.Json.TryGetProperty("error", out _)
        || answer.ContentType!.StartsWith("application/problem", StringComparison.Ordinal);

    private static void Keep(JsonElement answer, Dictionary<string, string> variables)
    {
        foreach (var inner in answer.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object))
            Keep(inner.Value, variables);

        // An outbox: its newest message.
        if (answer.TryGetProperty("list", out var list) && list.EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } newest)
            Keep(newest, variables);

        foreach (var (field, variable) in Kept)
        {
            if (answer.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
                variables[variable] = value.GetString()!;
        }
    }
}
