using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>What the console tells of messages. Notes are written in the background: a list is asked until it is right.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class RecordTests(SharedApp shared)
{
    private static readonly string[] Fields =
    [
        "id", "dialect", "clientId", "template", "recipient", "channel", "createDate", "expireDate", "sendSuccess",
        "delivered", "deliveryStatus", "failCount", "maxFailCount", "verifySuccess", "verifyDate",
    ];

    private readonly ConsoleCaller _records = shared.ConsoleOf("otp");

    [Fact]
    public async Task A_message_is_recorded_with_what_becomes_of_its_code()
    {
        var caller = await shared.Console.CreateAsync();
        var mobile = Recipients.Mobile();
        var code = await caller.CodeAsync(mobile, ("maxFailCount", 5));
        await caller.VerifyAsync(mobile, CodeBench.WrongFor(code));
        await caller.VerifyAsync(mobile, CodeBench.WrongFor(code));
        (await caller.VerifyAsync(mobile, code)).Expect(HttpStatusCode.OK);

        var page = await FindAsync($"?clientId={caller.ClientId}", IsVerified);

        var record = Assert.Single(ListOf(page));
        Assert.Equal(Fields, record.EnumerateObject().Select(field => field.Name));
        Assert.Equal(7, Guid.Parse(record.GetProperty("id").GetString()!).Version);
        Assert.Equal(
            ("onlyid", caller.ClientId, "", $"{mobile[..3]}****{mobile[7..]}", "sms"),
            (Text(record, "dialect"), Text(record, "clientId"), Text(record, "template"), Text(record, "recipient"), Text(record, "channel")));
        Assert.Equal((2, 5), (record.GetProperty("failCount").GetInt32(), record.GetProperty("maxFailCount").GetInt32()));
        Assert.True(record.GetProperty("sendSuccess").GetBoolean() && record.GetProperty("verifySuccess").GetBoolean());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("delivered").ValueKind);
        var (created, expires) = (record.GetProperty("createDate").GetDateTime(), record.GetProperty("expireDate").GetDateTime());
        Assert.Equal((TimeSpan.FromMinutes(10), DateTimeKind.Utc), (expires - created, created.Kind));
        Assert.DoesNotContain(mobile, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(code, page.Body, StringComparison.Ordinal);

        static bool IsVerified(Answer answer) =>
            ListOf(answer) is [var one] && one.GetProperty("verifySuccess").GetBoolean()
            && one.GetProperty("failCount").GetInt32() == 2 && Text(one, "recipient") != "";
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says_and_they_go_together()
    {
        var caller = await shared.Console.CreateAsync();
        var (mobile, email) = (Recipients.Mobile(), Recipients.Email());
        var code = await caller.CodeAsync(mobile);
        await caller.CodeAsync(email);
        (await caller.VerifyAsync(mobile, code)).Expect(HttpStatusCode.OK);
        var all = $"?clientId={caller.ClientId}";
        await FindAsync($"{all}&verifySuccess=true", page => page.Json.GetProperty("total").GetInt32() == 1);
        await FindAsync(all, page => page.Json.GetProperty("total").GetInt32() == 2);

        foreach (var (filter, channels) in new[]
        {
            ("", "email sms"),
            ("&channel=sms", "sms"),
            ("&channel=email", "email"),
            ("&channel=", "email sms"),
            ("&dialect=onlyid", "email sms"),
            ("&dialect=fresns", ""),
            ("&sendSuccess=true", "email sms"),
            ("&sendSuccess=false", ""),
            ("&verifySuccess=true", "sms"),
            ("&verifySuccess=false", "email"),
            ("&days=7", "email sms"),
            ("&days=30", "email sms"),
            ("&days=90", "email sms"),
            ($"&keyword={mobile[..3]}****", "sms"),
            ($"&keyword={mobile[7..]}", "sms"),
            ("&keyword=EXAMPLE", "email"),
            ("&keyword=' or 1 eq 1", ""),
            ("&keyword=EXAMPLE&channel=sms", ""),
            ($"&keyword={mobile[7..]}&verifySuccess=true&days=30&channel=sms&dialect=onlyid&sendSuccess=true", "sms"),
        })
        {
            Expect(channels, filter, await _records.GetAsync(all + filter));
        }

        foreach (var (filter, keyword, channels) in new[]
        {
            ("", mobile, "sms"),
            ("", "+86 " + mobile, "sms"),
            ("", email.ToUpperInvariant(), "email"),
            ("", Recipients.Mobile(), ""),
            ("", mobile[7..], "sms"),
            ("", "", "email sms"),
            ("&keyword=nothing", mobile, "sms"),
            ("&channel=email", mobile, ""),
            ("&verifySuccess=true&days=30&channel=sms&dialect=onlyid&sendSuccess=true", mobile, "sms"),
        })
        {
            Expect(channels, filter, await _records.PostAsync(all + filter, new JsonObject { ["keyword"] = keyword }));
        }

        static void Expect(string channels, string filter, Answer page) => Assert.True(
            string.Join(' ', ListOf(page.Expect(HttpStatusCode.OK)).Select(record => Text(record, "channel"))) == channels,
            $"{filter}: {page.Body}");
    }

    [Fact]
    public async Task A_whole_address_is_not_taken_from_the_URL_which_is_logged()
    {
        foreach (var keyword in new[] { "13612345678", "%2B447911123456", "alice@example.com" })
        {
            (await _records.GetAsync($"?keyword={keyword}")).ExpectProblem(
                HttpStatusCode.BadRequest, "keyword must be a part of a masked address; a whole one goes in the body of a POST.");
        }

        (await _records.PostAsync("", new JsonObject { ["keyword"] = 5 }))
            .ExpectProblem(HttpStatusCode.BadRequest, "keyword must be a string.");
        (await _records.PostAsync("", new JsonObject { ["keyword"] = new string('x', 321) }))
            .ExpectProblem(HttpStatusCode.BadRequest, "keyword must be at most 320 characters.");
    }

    [Fact]
    public async Task Another_s_client_id_is_no_filter_language()
    {
        Assert.Equal(
            """{"list":[],"total":0,"more":false}""",
            (await _records.GetAsync("?clientId=x'%20or%20Dialect%20eq%20'onlyid")).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Pages_lead_once_through_250_records_the_newest_first()
    {
        var caller = await shared.Console.CreateAsync();
        for (var number = 0; number < 250; number += 25)
            await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => caller.CodeAsync(Recipients.Mobile())));

        var path = $"?clientId={caller.ClientId}&pageSize=100";
        await FindAsync(path, page => page.Json.GetProperty("total").GetInt32() == 250);

        var pages = new List<Answer>();
        for (var current = 1; current <= 4; current++)
            pages.Add((await _records.GetAsync($"{path}&current={current}")).Expect(HttpStatusCode.OK));

        Assert.Equal([100, 100, 50, 0], pages.Select(page => ListOf(page).Count));
        Assert.All(pages, page => Assert.Equal(250, page.Json.GetProperty("total").GetInt32()));
        var times = pages.SelectMany(ListOf).Select(record => record.GetProperty("createDate").GetDateTime()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Distinct(pages.SelectMany(ListOf).Select(record => Text(record, "id")));
        Assert.Equal(20, ListOf(await _records.GetAsync($"?clientId={caller.ClientId}")).Count);
    }

    [Fact]
    public async Task A_wrong_code_for_somebody_without_one_leaves_nothing()
    {
        var caller = await shared.Console.CreateAsync();
        var (nobody, somebody) = (Recipients.Mobile(), Recipients.Mobile());
        await caller.VerifyAsync(nobody, "123456");
        await caller.CodeAsync(somebody);

        var page = await FindAsync($"?clientId={caller.ClientId}", page => ListOf(page).Count > 0);

        Assert.StartsWith(somebody[..3], Text(Assert.Single(ListOf(page)), "recipient"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("current=0", "current must be 1 to 10000.")]
    [InlineData("current=x", "current must be 1 to 10000.")]
    [InlineData("current=10001", "current must be 1 to 10000.")]
    [InlineData("pageSize=0", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=101", "pageSize must be 1 to 100.")]
    [InlineData("days=8", "days must be 7, 30 or 90.")]
    [InlineData("days=-7", "days must be 7, 30 or 90.")]
    [InlineData("channel=fax", "channel must be email or sms.")]
    [InlineData("channel=Sms", "channel must be email or sms.")]
    [InlineData("sendSuccess=1", "sendSuccess must be true or false.")]
    [InlineData("verifySuccess=True", "verifySuccess must be true or false.")]
    public async Task A_bad_query_is_named(string query, string detail) =>
        (await _records.GetAsync("?" + query)).ExpectProblem(HttpStatusCode.BadRequest, detail);

    [Theory]
    [InlineData("keyword")]
    [InlineData("clientId")]
    [InlineData("dialect")]
    public async Task A_long_text_is_refused(string name)
    {
        (await _records.GetAsync($"?{name}={new string('x', 320)}")).Expect(HttpStatusCode.OK);
        (await _records.GetAsync($"?{name}={new string('x', 321)}"))
            .ExpectProblem(HttpStatusCode.BadRequest, $"{name} must be at most 320 characters.");
    }

    [Theory]
    [InlineData("?days=8")]
    [InlineData("?days=all")]
    public async Task Statistics_have_the_same_days(string query) => (await shared.ConsoleOf("statistics").GetAsync(query))
        .ExpectProblem(HttpStatusCode.BadRequest, "days must be 7, 30 or 90.");

    [LocalFact]
    public async Task Statistics_are_what_happened_in_two_processes()
    {
        await using var pair = await AppPair.StartAsync(AppSettings.ManyCalls);
        var console = new ConsoleCaller(pair.Apps[0].Http, pair.Apps[0].ConsoleKey);
        var caller = await console.CreateAsync(new JsonObject { ["maxFailCount"] = 5 });
        var answers = await pair.ManyAsync(20, (number, http) => JudgedAsync(caller.At(http), number));
        Assert.All(answers, answer => answer.Expect(HttpStatusCode.OK));
        var statistics = new ConsoleCaller(pair.Apps[1].Http, pair.Apps[1].ConsoleKey, "api/console/statistics");

        var sum = await Eventually.GetAsync(() => statistics.GetAsync("?days=30"), HasAll);

        Assert.True(HasAll(sum), sum.Body);
        Assert.Equal("""{"list":[],"total":0,"more":false}""", (await Records(pair).GetAsync("?dialect=fresns")).Body);
        var records = await Records(pair).GetAsync("?pageSize=100");
        Assert.Equal(20, ListOf(records).Count);
        Assert.All(ListOf(records), record => Assert.Equal(2, record.GetProperty("failCount").GetInt32()));

        static bool HasAll(Answer answer) => ListOf(answer)
            .Select(row => (Text(row, "dialect"), Text(row, "channel"), Count(row, "sent"), Count(row, "notSent"),
                Count(row, "verified"), Count(row, "failures"), Count(row, "delivered"), Count(row, "undelivered")))
            .SequenceEqual([("onlyid", "email", 10, 0, 10, 20, 0, 0), ("onlyid", "sms", 10, 0, 10, 20, 0, 0)]);
    }

    private static ConsoleCaller Records(AppPair pair) =>
        new(pair.Apps[0].Http, pair.Apps[0].ConsoleKey, "api/console/otp");

    // Two wrong tries and a right one.
    private static async Task<Answer> JudgedAsync(OnlyIdCaller caller, int number)
    {
        var to = number % 4 < 2 ? Recipients.Mobile() : Recipients.Email();
        var code = await caller.CodeAsync(to);
        await caller.VerifyAsync(to, CodeBench.WrongFor(code));
        await caller.VerifyAsync(to, CodeBench.WrongFor(code));
        return await caller.VerifyAsync(to, code);
    }

    private async Task<Answer> FindAsync(string query, Predicate<Answer> isRight)
    {
        var page = await Eventually.GetAsync(() => _records.GetAsync(query), isRight);
        Assert.True(isRight(page.Expect(HttpStatusCode.OK)), page.Body);
        return page;
    }

    private static List<JsonElement> ListOf(Answer page) => [.. page.Json.GetProperty("list").EnumerateArray()];

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static long Count(JsonElement row, string name) => row.GetProperty(name).GetInt64();
}
