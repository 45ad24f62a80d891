using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Captchas;

/// <summary>
/// Codes by SMS that are verified without the number: a rand leads to it. The code itself is one like any other, with the
/// windows, budgets and failure counts of its recipient.
/// </summary>
public sealed class SmsService
{
    private const int Rounds = 3;
    private const string NeverRight = "";

    // A rand outlives its code, whose own expiry is what counts.
    private static readonly TimeSpan KeptLonger = TimeSpan.FromMinutes(1);
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);
    private static readonly MessageChoice Message = new(MessageTemplate.Register);
    private readonly CaptchaRows<SmsState> _rows;
    private readonly CaptchaVault _vault;
    private readonly CodeIssuer _issuer;
    private readonly CodeVerifier _verifier;

    internal SmsService(CaptchaRows<SmsState> rows, CaptchaVault vault, CodeIssuer issuer, CodeVerifier verifier) =>
        (_rows, _vault, _issuer, _verifier) = (rows, vault, issuer, verifier);

    /// <summary>Sends a new code, which is good together with its rand.</summary>
    /// <param name="to">Who gets it.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The code; or why it was not issued (<see cref="CodeIssuer"/>).</returns>
    /// <exception cref="StorageUnavailableException">Nothing was sent.</exception>
    public async Task<Result<NewSmsCode>> SendAsync(PhoneNumber to, CodePolicy policy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(policy);
        for (var round = 1; ; round++)
        {
            var code = new NewSmsCode(CodeGenerator.Generate(policy.Alphabet, policy.Length), CaptchaVault.NewRand());
            // Beside the recipient's read, and before the message: whatever went out can be verified.
            var keeping = KeepAsync(code, to, policy, cancellation);
            var issued = await _issuer.IssueAsync(
                new IssueCommand(to, UseOf(code.Rand), code.Title) { Message = Message }, keeping, cancellation);
            if (issued.Succeeded || round == Rounds || (await keeping).Succeeded)
            {
                return issued.Select(_ => code);
            }
        }
    }

    /// <summary>Accepts a right code once; wrong ones are counted.</summary>
    /// <param name="answer">What was typed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null: right, and now used. Otherwise CodeRejected, whatever is wrong; or Contended.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was judged, or its outcome is not known.</exception>
    public async Task<Failure?> JudgeAsync(CaptchaAnswer answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var command = await CommandForAsync(answer, cancellation);
        if (!command.Succeeded)
        {
            return command.Failure;
        }

        var judged = await _verifier.VerifyAsync<VerifyCommand>(command.Value, Task.FromResult(command), cancellation);
        return judged.Failure;
    }

    // By hash alone one row says it all; one written before that was so leads to the row of its rand.
    private async Task<Result<VerifyCommand>> CommandForAsync(CaptchaAnswer answer, CancellationToken cancellation)
    {
        var indexed = answer.IsHashOnly ? await _rows.FindAsync(answer.Hash!, cancellation) : null;
        if (indexed?.Failure is { } unknown)
        {
            return unknown;
        }

        var rand = indexed?.Value!.Rand ?? answer.Rand!;
        return indexed?.Value!.Sms is { } sms
            ? CommandFor(sms, answer, rand)
            : await _rows.UpdateAsync<VerifyCommand>(
                rand, (state, _, _) => new(null, CommandFor(state, answer, rand)), cancellation);
    }

    private static CodeUse UseOf(string rand) => new("captcha", Template: rand);

    private async Task<Result<CodePolicy>> KeepAsync(
        NewSmsCode code, PhoneNumber to, CodePolicy policy, CancellationToken cancellation)
    {
        var phone = _vault.Seal(to.E164, PhonePlaceOf(code.Rand));
        var title = _vault.Seal(code.Title, TitlePlaceOf(code.Rand));
        var kept = await _rows.KeepAsync(code.Rand, code.Title, policy.Lifetime + KeptLonger, Make, Make, cancellation);
        return kept.Select(_ => policy);

        SmsState Make(long end) => new() { Phone = phone, Title = title, ExpiresAt = end };
    }

    // A wrong hash is submitted as a wrong code, so that it is counted.
    private Result<VerifyCommand> CommandFor(SmsState state, CaptchaAnswer answer, string rand) =>
        PhoneNumber.TryParse(_vault.Open(state.Phone, PhonePlaceOf(rand)), out var phone)
            ? new VerifyCommand(phone, UseOf(rand), answer.Code ?? TitleBy(state, answer, rand))
            : Rejected;

    private string TitleBy(SmsState state, CaptchaAnswer answer, string rand) =>
        _vault.Matches(state.Title, TitlePlaceOf(rand), answer, rand) ? _vault.Open(state.Title, TitlePlaceOf(rand))! : NeverRight;

    private string PhonePlaceOf(string rand) => $"{_rows.KeyOf(rand)}\nphone";

    private string TitlePlaceOf(string rand) => $"{_rows.KeyOf(rand)}\ntitle";
}
