using System.Text;
using OtpFunctions.Core;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas;

/// <summary>What lies in the table, and who may overwrite it.</summary>
public sealed class CaptchaRowsTests
{
    [Fact]
    public async Task No_row_tells_a_picture_its_text_or_its_name()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        var picture = await bench.PictureAsync();

        var rows = await RowsAsync(bench);

        Assert.Equal(2, rows.Count);
        foreach (var secret in new[]
        {
            picture.Code, picture.Code.ToLowerInvariant(), picture.Name!, picture.Name![..8],
            CaptchaHash.Of(picture.Code.ToLowerInvariant(), picture.Rand), Convert.ToBase64String(FakePainter.Signature)[..10],
            Convert.ToBase64String(picture.Png.Span)[..20], Encoding.Latin1.GetString(FakePainter.Signature),
        })
        {
            Assert.All(rows, row => Assert.DoesNotContain(secret, row, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task No_row_tells_a_number_or_its_code()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        var code = await bench.SendAsync();

        var rows = await RowsAsync(bench);

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain(CaptchaBench.Phone.NationalNumber, row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain($"\"{code.Title}\"", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(
            CaptchaHash.Of(code.Title, code.Rand), row, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_row_moved_to_another_place_does_not_open()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        var sealed1 = bench.Vault.Seal("answer", "one place");

        Assert.Equal("answer", bench.Vault.Open(sealed1, "one place"));
        Assert.Null(bench.Vault.Open(sealed1, "another"));
        Assert.Null(bench.Vault.OpenBytes(sealed1, "another"));
    }

    [Fact]
    public async Task A_rand_is_kept_from_others_until_it_expires()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        Assert.True((await KeepAsync(bench, "first")).Succeeded);

        Assert.Equal(FailureCode.Contended, (await KeepAsync(bench, "second")).Failure!.Code);
        Assert.Equal("first", await AnswerAsync(bench));

        bench.Clock.Advance(CaptchaBench.Lifetime);
        Assert.True((await KeepAsync(bench, "third")).Succeeded);
        Assert.Equal("third", await AnswerAsync(bench));
    }

    [Fact]
    public async Task One_that_was_tried_is_kept_from_others_too()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        await KeepAsync(bench, "first");
        await bench.IsRightAsync("wrong", Rand);

        Assert.Equal(FailureCode.Contended, (await KeepAsync(bench, "second")).Failure!.Code);
    }

    [Fact]
    public async Task Two_kinds_do_not_share_a_rand()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());

        Assert.NotEqual(bench.Vault.KeyOf("picture", Rand), bench.Vault.KeyOf("sms", Rand));
        Assert.NotEqual(bench.Vault.IndexKeyOf("picture", "h"), bench.Vault.IndexKeyOf("sms", "h"));
    }

    [Fact]
    public async Task Its_rows_are_purged_when_they_have_expired()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        await bench.PictureAsync();
        await bench.SendAsync();
        var purger = new OtpFunctions.Core.Purging.Purger(new ExpiredRows(bench.Tables), bench.Clock);

        Assert.Equal(0, (await purger.RunAsync(TimeSpan.FromSeconds(20), default)).Deleted);
        bench.Clock.Advance(CaptchaBench.Lifetime + TimeSpan.FromMinutes(1));
        Assert.Equal(4, (await purger.RunAsync(TimeSpan.FromSeconds(20), default)).Deleted);
    }

    private const string Rand = "aB3dE";

    private static Task<Result<PictureState>> KeepAsync(CaptchaBench bench, string answer) => bench.Rows.KeepAsync(
        Rand,
        answer,
        CaptchaBench.Lifetime,
        end => new PictureState { Answer = Encoding.UTF8.GetBytes(answer), ExpiresAt = end },
        sms: null,
        default);

    private static async Task<string> AnswerAsync(CaptchaBench bench) => (await bench.Rows.UpdateAsync<string>(
        Rand, (state, _, _) => new(null, Encoding.UTF8.GetString(state.Answer)), default)).Value!;

    // Every column as text, and what is binary also as the JSON and the bytes it may be.
    private static async Task<IReadOnlyList<string>> RowsAsync(CaptchaBench bench)
    {
        var rows = await TableFaults.ListAsync(bench.Tables.Captchas, null, 100, default);
        return [.. rows.Select(row => string.Join('\n', row.Select(column => $"{column.Key}={TextOf(column.Value)}")))];
    }

    private static string TextOf(object? value) => value is byte[] bytes
        ? $"{Encoding.UTF8.GetString(bytes)}\n{Encoding.Latin1.GetString(bytes)}"
        : $"{value}";
}
