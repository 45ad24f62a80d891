using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>How often a call asks the storage, and what it asks side by side.</summary>
public sealed class RoundTripTests() : CountedApp(AppSettings.ManyCalls)
{
    private const string Read = "GET captchas";
    private const string Insert = "POST captchas";
    private const string Write = "PUT captchas";

    private CaptchaCaller Caller => new(App);

    protected override async Task PrepareAsync()
    {
        await Caller.PictureAsync();
        await Caller.SmsAsync(Recipients.Mobile());
        // Makes their table, once.
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [LocalFact]
    public async Task A_picture_is_two_inserts_side_by_side()
    {
        Assert.Equal([Insert, Insert], await Proxy.RecordAsync(() => Caller.PictureAsync()));
        Assert.Equal([Insert, Insert], await Proxy.RecordAsync(
            () => Caller.DataAsync("img", "generate", new() { ["inline"] = true })));
        Assert.True(await Proxy.OverlapAsync(() => Caller.PictureAsync(), Insert, Insert));
    }

    [LocalFact]
    public async Task To_show_a_picture_is_one_read()
    {
        var (_, addr, _) = await Caller.PictureAsync();

        Assert.Equal([Read], await Proxy.RecordAsync(() => Caller.FetchAsync(addr)));
        Assert.Equal([Read], await Proxy.RecordAsync(() => Caller.FetchAsync(new string('0', 32) + ".png")));
        Assert.Empty(await Proxy.RecordAsync(() => Caller.FetchAsync("none.png")));
    }

    [LocalFact]
    public async Task An_answer_to_a_picture_is_a_read_and_a_write_and_by_hash_alone_one_read_more()
    {
        var (code, _, rand) = await Caller.PictureAsync();
        Assert.Equal([Read, Write], await Proxy.RecordAsync(() => Caller.ValidateAsync("img", code, rand)));
        Assert.Equal([Read], await Proxy.RecordAsync(() => Caller.ValidateAsync("img", code, rand)));

        (code, _, rand) = await Caller.PictureAsync();
        var hash = CaptchaCaller.HashOf(code.ToLowerInvariant(), rand);
        Assert.Equal([Read, Read, Write], await Proxy.RecordAsync(() => Caller.ValidateHashAsync("img", hash)));
        Assert.Equal([Read], await Proxy.RecordAsync(() => Caller.ValidateHashAsync("img", new string('0', 32))));
    }

    [LocalFact]
    public async Task An_SMS_is_two_inserts_beside_the_recipients_read_and_then_one_write()
    {
        var number = Recipients.Mobile()[..7];
        // The budgets of the prefix, the country and the service are in the process from then on.
        await Caller.SmsAsync(number + "0001");

        var asked = await Proxy.RecordAsync(() => Caller.SmsAsync(number + "0002"));
        Assert.Equal(["GET recipients", Insert, Insert], asked.Take(3).Order(StringComparer.Ordinal));
        Assert.Equal(["POST recipients"], asked.Skip(3));
        Assert.True(await Proxy.OverlapAsync(() => Caller.SmsAsync(number + "0003"), Insert, Insert, "GET recipients"));
    }

    [LocalFact]
    public async Task An_answer_to_an_SMS_is_two_reads_and_a_write()
    {
        string[] expected = [Read, "GET recipients", "PUT recipients"];
        var (title, rand) = await Caller.SmsAsync(Recipients.Mobile());
        var wrong = CaptchaCaller.WrongFor(title);

        Assert.Equal(expected, await Proxy.RecordAsync(() => Caller.ValidateAsync("sms", wrong, rand)));
        Assert.Equal(expected, await Proxy.RecordAsync(
            () => Caller.ValidateHashAsync("sms", CaptchaCaller.HashOf(wrong, rand), rand)));
        Assert.Equal(expected, await Proxy.RecordAsync(() => Caller.ValidateAsync("sms", title, rand)));
    }

    [LocalFact]
    public async Task By_hash_alone_the_network_is_asked_before_anything_else()
    {
        var (title, rand) = await Caller.SmsAsync(Recipients.Mobile());
        // What this instance has counted of the network it need not read again.
        Assert.Equal(
            ["GET windows", "POST windows", Read],
            (await Proxy.RecordAsync(() => Caller.ValidateHashAsync("sms", new string('0', 32))))
                .Where(request => request != "POST Tables"));

        Assert.Equal(
            ["PUT windows", Read, "GET recipients", "PUT recipients"],
            await Proxy.RecordAsync(() => Caller.ValidateHashAsync("sms", CaptchaCaller.HashOf(title, rand))));
    }

    [LocalFact]
    public async Task A_challenge_asks_nothing_and_its_solution_is_one_insert()
    {
        string? challenge = null;
        var difficulty = 0;
        Assert.Empty(await Proxy.RecordAsync(async () =>
        {
            var data = await Caller.DataAsync("pow", "generate");
            (challenge, difficulty) = (data.GetProperty("challenge").GetString(), data.GetProperty("difficulty").GetInt32());
        }));

        var solution = WorkBench.Solve(challenge!, difficulty);
        Assert.Equal([Insert], await Proxy.RecordAsync(() => Caller.DataAsync(
            "pow", "validate", new() { ["challenge"] = challenge, ["solution"] = solution })));
    }
}
