using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>Every send and every verify is timed once, under what became of it.</summary>
public sealed class CodeMetricsTests : IDisposable
{
    private const string Mail = "somebody@example.com";
    private const string Use = "otp.dialect=test otp.channel=";
    private readonly HeardTelemetry _heard = new();
    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    public void Dispose() => _heard.Dispose();

    [Fact]
    public async Task A_send_is_told_by_its_channel_and_whether_a_message_went_out()
    {
        await _bench.IssueAsync();
        await _bench.IssueAsync(policy: CodeBench.Usual with { Reuse = Reuse.Within(TimeSpan.FromMinutes(1)) });
        await _bench.IssueAsync(Mail);

        Assert.Equal(
            [$"0 {Use}Sms otp.outcome=Sent", $"0 {Use}Sms otp.outcome=Repeated", $"0 {Use}Email otp.outcome=Sent"],
            _heard.Of(Instruments.Issues));
    }

    [Fact]
    public async Task It_is_timed_with_its_delivery()
    {
        _bench.Channel.Full = _ =>
        {
            _bench.Clock.Advance(TimeSpan.FromMilliseconds(1500));
            return DeliveryOutcome.Accepted;
        };

        await _bench.IssueAsync();

        Assert.Equal([$"1.5 {Use}Sms otp.outcome=Sent"], _heard.Of(Instruments.Issues));
    }

    [Fact]
    public async Task A_refused_send_is_told_by_its_reason()
    {
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Unavailable);
        await _bench.IssueAsync();
        await _bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To(Mail), CodeBench.Use),
            Task.FromResult<Result<CodePolicy>>(new Failure(FailureCode.ApplicationUnknown)),
            CancellationToken.None);

        Assert.Equal(
            [$"0 {Use}Sms otp.outcome=DeliveryFailed", $"0 {Use}Email otp.outcome=ApplicationUnknown"],
            _heard.Of(Instruments.Issues));
    }

    [Fact]
    public async Task A_code_that_went_to_the_mailbox_is_told_from_one_that_went_to_the_phone()
    {
        var bench = new CodeBench(new MemoryRecipientStore(), smsFallsBackToEmail: true);
        bench.Channel.Answer = message => Task.FromResult(
            message.To.Delivery == Mail ? DeliveryOutcome.Accepted : DeliveryOutcome.Unavailable);

        await bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To("13612345678"), CodeBench.Use),
            Task.FromResult<Result<CodePolicy>>(
                CodeBench.Usual with { Fallback = (Core.Addresses.EmailAddress)CodeBench.To(Mail) }),
            CancellationToken.None);

        Assert.Equal([$"0 {Use}Sms otp.outcome=FellBack"], _heard.Of(Instruments.Issues));
    }

    [Fact]
    public async Task A_verify_is_told_by_its_outcome()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        await _bench.VerifyAsync(CodeBench.WrongFor(code));
        await _bench.VerifyAsync(code);

        Assert.Equal(
            [$"0 {Use}Sms otp.outcome=CodeRejected", $"0 {Use}Sms otp.outcome=Verified"], _heard.Of(Instruments.Verifications));
    }

    [Fact]
    public async Task What_an_exception_ended_is_counted_too()
    {
        var gone = Task.FromException<Result<CodePolicy>>(new StorageUnavailableException());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To(Mail), CodeBench.Use), gone, CancellationToken.None));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _bench.Verifier.VerifyAsync(
            new VerifyCommand(CodeBench.To(Mail), CodeBench.Use, "123456"), gone, CancellationToken.None));

        Assert.Equal([$"0 {Use}Email otp.outcome=Aborted"], _heard.Of(Instruments.Issues));
        Assert.Equal([$"0 {Use}Email otp.outcome=Aborted"], _heard.Of(Instruments.Verifications));
    }

    [Fact]
    public void A_refusal_is_counted_by_dialect_and_reason_and_told_by_the_call()
    {
        using (Spans.Call("Call", default))
        {
            CodeMetrics.Refused("onlyid", FailureCode.TooOften);
        }

        Assert.Equal(["1 otp.dialect=onlyid otp.outcome=TooOften"], _heard.Of(Instruments.Refusals));
        Assert.Equal("TooOften", Assert.Single(_heard.Traces).GetTagItem("otp.outcome"));
    }

    [Fact]
    public void A_captcha_is_counted_by_its_kind_and_what_became_of_it()
    {
        CodeMetrics.Captcha("picture", Outcomes.Made, null);
        CodeMetrics.Captcha("work", Outcomes.Verified, new Failure(FailureCode.CodeRejected));

        Assert.Equal(
            ["1 otp.captcha=picture otp.outcome=Made", "1 otp.captcha=work otp.outcome=CodeRejected"],
            _heard.Of(Instruments.Captchas));
    }
}
