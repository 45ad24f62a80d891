using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>One code that may be that of a mailbox or that of a phone.</summary>
public sealed class EitherTests
{
    private const string Mail = "somebody@example.com";
    private const string Phone = "13612345678";
    private const string Wrong = "wrong";
    private readonly MemoryRecipientStore _store = new();
    private readonly CodeBench _bench;

    public EitherTests() => _bench = new CodeBench(_store, new() { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 7 });

    public static TheoryData<string> Addresses => new(Mail, Phone);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_code_that_is_right_at_one_address_leaves_both_as_they_are(string at)
    {
        await SendAsync(Mail, Phone);
        var before = _store.Writes;

        Assert.True((await JudgeAsync(CodeOf(at))).Succeeded);

        Assert.Equal(before, _store.Writes);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_code_that_does_not_stay_good_is_used_up_where_it_is_right_and_nothing_is_written_at_the_other(string at)
    {
        await SendAsync(Mail, Phone);
        var before = _store.Writes;

        Assert.True((await JudgeAsync(CodeOf(at), keepsCode: false)).Succeeded);

        Assert.Equal(before + 1, _store.Writes);
        Assert.Equal(0, await FailuresAsync(Other(at)));
        Assert.False((await JudgeAsync(CodeOf(at), keepsCode: false)).Succeeded);
        Assert.True((await JudgeAsync(CodeOf(Other(at)), keepsCode: false)).Succeeded);
    }

    [Fact]
    public async Task A_wrong_code_is_counted_at_both_and_kills_both_at_their_limits()
    {
        await SendAsync(Mail);
        await _bench.IssueAsync(Phone, CodeBench.Usual with { MaxFailures = 3 }, custom: CodeOf(Phone));
        for (var count = 1; count <= 2; count++)
        {
            await AssertRejectedAsync(Wrong, writes: 2);
            Assert.Equal((count, count), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
        }

        Assert.True((await JudgeAsync(CodeOf(Phone))).Succeeded);
        await AssertRejectedAsync(Wrong, writes: 2);
        await AssertRejectedAsync(CodeOf(Phone), writes: 1);
        Assert.Equal((4, 3), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
        Assert.True((await JudgeAsync(CodeOf(Mail))).Succeeded);
        await AssertRejectedAsync(Wrong, writes: 1);
        await AssertRejectedAsync(CodeOf(Mail), writes: 1);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Where_one_code_stands_a_wrong_one_is_counted_there_by_the_one_write(string at)
    {
        await SendAsync(at);

        await AssertRejectedAsync(Wrong, writes: 1);

        Assert.Equal((1, 0), (await FailuresAsync(at), await FailuresAsync(Other(at))));
    }

    [Fact]
    public async Task Where_none_stands_a_refusal_is_one_write_that_says_nothing()
    {
        await AssertRejectedAsync(Wrong, writes: 1);
        await SendAsync(Mail, Phone);
        _bench.Clock.Advance(CodeBench.Usual.Lifetime);

        await AssertRejectedAsync(CodeOf(Mail), writes: 1);
        await AssertRejectedAsync(CodeOf(Phone), writes: 1);
        _store.LosesRace = () => true;
        await AssertRejectedAsync(CodeOf(Phone), writes: 0);

        Assert.Equal((0, 0), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_locked_recipient_accepts_nothing_and_the_other_one_does(string at)
    {
        await SendAsync(at);
        for (var count = 0; count < 7; count++)
        {
            var other = new CodeUse("test", $"{count}");
            await _bench.IssueAsync(at, use: other);
            Assert.False(await _bench.VerifyAsync(Wrong, at, other));
        }

        await SendAsync(Other(at));

        await AssertRejectedAsync(CodeOf(at), writes: 1);
        Assert.Equal(1, await FailuresAsync(Other(at)));
        Assert.True((await JudgeAsync(CodeOf(Other(at)))).Succeeded);
    }

    [Fact]
    public async Task A_code_is_good_only_for_its_use_and_its_own_address()
    {
        await _bench.IssueAsync(Mail, use: new("other"), custom: CodeOf(Mail));
        await _bench.IssueAsync("some.body@example.com", custom: CodeOf(Mail));
        await _bench.IssueAsync(Phone, custom: CodeOf(Phone));

        await AssertRejectedAsync(CodeOf(Mail), writes: 1);
        Assert.Equal((0, 1), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_wrong_code_that_loses_a_race_at_one_address_is_counted_once_at_each(int lost)
    {
        await SendAsync(Mail, Phone);
        var write = 0;
        _store.LosesRace = () => ++write == lost;

        await AssertRejectedAsync(Wrong, writes: 2);

        Assert.Equal((1, 1), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
        Assert.Equal(3, write);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_counted_once()
    {
        await SendAsync(Mail, Phone);
        var write = 0;
        _store.LosesAnswer = () => ++write == 1;

        await AssertRejectedAsync(Wrong, writes: 2);

        Assert.Equal((1, 1), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Endless_conflicts_at_one_address_are_contended_and_the_other_has_counted(int lands)
    {
        await SendAsync(Mail, Phone);
        var write = 0;
        _store.LosesRace = () => ++write != lands;

        Assert.Equal(FailureCode.Contended, (await JudgeAsync(Wrong)).Failure?.Code);

        Assert.Equal(1, await FailuresAsync(Mail) + await FailuresAsync(Phone));
    }

    [Fact]
    public async Task Of_300_parallel_wrong_codes_each_address_judges_five()
    {
        await SendAsync(Mail, Phone);

        var judged = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => JudgeAsync(Wrong))));

        Assert.All(judged, each => Assert.Contains(
            each.Failure?.Code, new FailureCode?[] { FailureCode.CodeRejected, FailureCode.Contended }));
        Assert.Equal((5, 5), (await FailuresAsync(Mail), await FailuresAsync(Phone)));
        Assert.False((await JudgeAsync(CodeOf(Mail))).Succeeded);
        Assert.False((await JudgeAsync(CodeOf(Phone))).Succeeded);
    }

    [Fact]
    public async Task What_is_noted_is_each_code_that_was_judged()
    {
        var mail = (await _bench.IssueAsync(Mail)).Value!;
        var phone = (await _bench.IssueAsync(Phone)).Value!;
        await JudgeAsync(Wrong);
        await JudgeAsync(phone.Code);

        Assert.Equal(
            [
                $"sent {mail.MessageId}", $"sent {phone.MessageId}",
                $"failed 1 {mail.MessageId}", $"failed 1 {phone.MessageId}", $"verified {phone.MessageId}",
            ],
            _bench.Journal.Notes);
    }

    [Fact]
    public async Task It_is_one_verification_told_by_the_address_that_it_was_judged_at()
    {
        const string Email = "0 otp.dialect=test otp.channel=Email otp.outcome=", Sms = "0 otp.dialect=test otp.channel=Sms otp.outcome=";
        using var heard = new HeardTelemetry();
        await JudgeAsync(Wrong);
        await SendAsync(Phone);
        await JudgeAsync(Wrong);
        await SendAsync(Mail);
        await JudgeAsync(Wrong);
        await JudgeAsync(CodeOf(Phone));
        await JudgeAsync(CodeOf(Mail));

        Assert.Equal(
            [$"{Email}CodeRejected", $"{Sms}CodeRejected", $"{Email}CodeRejected", $"{Sms}Verified", $"{Email}Verified"],
            heard.Of(Instruments.Verifications));
    }

    private static string Other(string address) => address == Mail ? Phone : Mail;

    private static string CodeOf(string address) => address == Mail ? "of-the-mail" : "of-the-phone";

    private async Task SendAsync(params string[] to)
    {
        foreach (var address in to)
            Assert.True((await _bench.IssueAsync(address, custom: CodeOf(address))).Succeeded);
    }

    private Task<Result<string>> JudgeAsync(string code, bool keepsCode = true) => _bench.Verifier.VerifyEitherAsync(
        new VerifyCommand(CodeBench.To(Mail), CodeBench.Use, code, keepsCode), CodeBench.To(Phone), "caller", CancellationToken.None);

    private async Task AssertRejectedAsync(string code, int writes)
    {
        var before = _store.Writes;

        Assert.Equal(new Failure(FailureCode.CodeRejected), (await JudgeAsync(code)).Failure);

        Assert.Equal(writes, _store.Writes - before);
    }

    private async Task<int> FailuresAsync(string address) =>
        (await _store.LoadAsync(_bench.Vault.KeysOf(CodeBench.To(address)).Row, default)).State.Failures.Length;
}
