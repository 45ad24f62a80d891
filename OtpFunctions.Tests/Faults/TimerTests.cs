using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using OtpFunctions.Tests.Faults.Flows;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>The timer, fired by hand as the host allows: twice at once, killed half-way, late.</summary>
public sealed partial class TimerTests(FaultyApp app) : IClassFixture<FaultyApp>
{
    // Of a table; half of them are more than a purge deletes at once, so that it stands still when none is answered.
    private const int Rows = 80;
    private const int ParallelDeletes = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Purged = ["recipients", "windows", "captchas", "records"];
    private static readonly DateTimeOffset LongAgo = new(2024, 2, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FarOff = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private FaultBench Bench => app.Bench;

    [LocalFact]
    public async Task Twice_at_once_each_row_goes_once_and_nothing_live_goes()
    {
        await using var other = await Bench.StartAnotherAsync();
        var (to, code) = await LiveAsync();
        await FillAsync();
        var hold = new Hold(afterwards: false);
        var script = Bench.Proxy.Others = new FaultScript("DELETE recipients", hold.Fault);
        var before = DoneIn(Bench.App).Count;
        await FireAsync(Bench.App);
        await hold.Reached.WaitAsync(Patience);

        // The second finds what the first is about to delete.
        await FireAsync(other);
        await EventuallyAsync(() => script.Struck == 2 * ParallelDeletes);
        hold.LetGo();

        await EventuallyAsync(() => DoneIn(Bench.App).Count == before + 1 && DoneIn(other).Count == 1);
        var done = new[] { DoneIn(Bench.App)[^1], DoneIn(other)[^1] };
        Assert.All(done, run => Assert.Equal((0, "True"), (run.Failed, run.Finished)));
        Assert.Equal(Rows * Purged.Length, done.Sum(run => run.Deleted));
        Assert.Equal(0, await ExpiredAsync());
        Assert.Equal(Verdict.Accepted, OnlyIdFlows.Judge(await Bench.OnlyId.At(other.Http).VerifyAsync(to, code)));
    }

    [LocalTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_half_way_the_next_run_finishes(bool afterwards)
    {
        var (to, code) = await LiveAsync();
        await FillAsync();
        var hold = new Hold(afterwards);
        Bench.Proxy.Others = new FaultScript("DELETE windows", hold.Fault, skip: Rows / 2);
        await FireAsync(Bench.App);
        await hold.Reached.WaitAsync(Patience);

        await Bench.CrashAsync();
        Bench.Proxy.Others = null;
        Assert.InRange(await ExpiredAsync("windows"), (Rows / 2) - ParallelDeletes, (Rows / 2) + ParallelDeletes);
        await FireAsync(Bench.App);

        await EventuallyAsync(() => DoneIn(Bench.App).Count == 1);
        Assert.Equal((0, "True"), (DoneIn(Bench.App)[0].Failed, DoneIn(Bench.App)[0].Finished));
        Assert.Equal(0, await ExpiredAsync());
        using var run = new FaultRun(Bench);
        Assert.Equal(Verdict.Accepted, OnlyIdFlows.Judge(await run.OnlyId.VerifyAsync(to, code)));
    }

    [LocalFact]
    public async Task A_row_renewed_between_finding_and_deleting_stays()
    {
        var table = await Bench.TableAsync("recipients");
        await LiveAsync();
        var row = RowOf(LongAgo);
        await table.AddEntityAsync(row);
        var hold = new Hold(afterwards: false);
        Bench.Proxy.Others = new FaultScript("DELETE recipients", hold.Fault);
        var before = DoneIn(Bench.App).Count;
        await FireAsync(Bench.App);
        await hold.Reached.WaitAsync(Patience);

        row[ColumnOfPurge] = FarOff;
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        hold.LetGo();

        await EventuallyAsync(() => DoneIn(Bench.App).Count == before + 1);
        Assert.Equal((0, 1), (DoneIn(Bench.App)[^1].Deleted, DoneIn(Bench.App)[^1].Kept));
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey)).HasValue);
    }

    [LocalFact]
    public async Task A_day_late_it_is_not_missed()
    {
        using var run = new FaultRun(Bench);
        var to = Recipients.Email();
        var code = "";
        var recipient = await NewRowAsync("recipients", async () =>
        {
            for (var send = 0; send < FaultBench.SendsPerHour; send++)
                code = await run.OnlyId.CodeAsync(to);
        });
        var captchas = await Bench.TableAsync("captchas");
        await run.Captcha.PictureAsync();
        var known = await KeysAsync(captchas);
        var picture = await run.Captcha.PictureAsync();
        var ofPicture = (await KeysAsync(captchas)).Except(known).ToList();

        await AgeAsync("recipients", recipient);
        foreach (var key in ofPicture)
            await AgeAsync("captchas", key);

        Assert.Equal(Verdict.Refused, OnlyIdFlows.Judge(await run.OnlyId.VerifyAsync(to, code)));
        CaptchaCaller.Expect(await run.Captcha.ValidateAsync("img", picture.Code, picture.Rand), 100);
        for (var send = 0; send < FaultBench.SendsPerHour; send++)
            await run.OnlyId.CodeAsync(to);

        Assert.Equal(Verdict.Refused, OnlyIdFlows.Judge(await run.OnlyId.SendAsync(to)));
    }

    private async Task<(string To, string Code)> LiveAsync()
    {
        Bench.Proxy.Others = null;
        using var run = new FaultRun(Bench);
        var to = Recipients.Email();
        await run.Captcha.PictureAsync();
        return (to, await run.OnlyId.CodeAsync(to));
    }

    private static async Task FireAsync(FunctionApp fired)
    {
        using var body = new StringContent("""{"input":""}""", Encoding.UTF8, "application/json");
        using var answer = await fired.Http.PostAsync(new Uri("admin/functions/Purge", UriKind.Relative), body);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static List<(int Deleted, int Kept, int Failed, string Finished)> DoneIn(FunctionApp ran) =>
    [
        .. from line in ran.Output.Lines
           let done = DoneLine().Match(line)
           where done.Success
           select (Number(done, "deleted"), Number(done, "kept"), Number(done, "failed"), done.Groups["finished"].Value),
    ];

    private static int Number(Match done, string name) =>
        int.Parse(done.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static async Task EventuallyAsync(Func<bool> isSo) =>
        Assert.True(await Fakes.Eventually.GetAsync(() => Task.FromResult(isSo()), so => so));

    [GeneratedRegex(@"Purge: (?<deleted>\d+) rows deleted, (?<kept>\d+) renewed meanwhile, (?<failed>\d+) failed, finished: (?<finished>\w+),")]
    private static partial Regex DoneLine();
}
