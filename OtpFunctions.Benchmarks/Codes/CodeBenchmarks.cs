using BenchmarkDotNet.Attributes;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>A code issued; a right one and a wrong one judged, as BenchmarkDotNet measures them.</summary>
/// <remarks>Before each the row is put back as it was: no window fills, and no code is used up.</remarks>
public class CodeBenchmarks
{
    private static readonly Task<Result<CodePolicy>> Policy = Task.FromResult<Result<CodePolicy>>(KnownRecipient.Policy);
    private static readonly Task<Result<string>> Caller = Task.FromResult<Result<string>>("caller");
    private readonly CodeCore _core = new();
    private readonly IssueCommand _issue = new(KnownRecipient.Phone, KnownRecipient.Use);
    private string _key = "";
    private Versioned<RecipientState>? _known;
    private Versioned<RecipientState>? _issued;
    private VerifyCommand? _right;
    private VerifyCommand? _wrong;

    /// <summary>A recipient with a past, and the same one with a code that waits to be verified.</summary>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _key = await KnownRecipient.WriteAsync(_core);
        _known = _core.Recipients.Find(_key);
        var code = (await Issue()).Code;
        _issued = _core.Recipients.Find(_key);
        _right = new VerifyCommand(KnownRecipient.Phone, KnownRecipient.Use, code);
        _wrong = _right with { Code = code == "000000" ? "000001" : "000000" };
    }

    /// <summary>A code made, encrypted, written, put into its message and handed over.</summary>
    [Benchmark]
    public async Task<IssuedCode> Issue()
    {
        _core.Recipients.Reset(_key, _known!);
        var issued = await _core.Issuer.IssueAsync(_issue, Policy, CancellationToken.None);
        _core.DropNote();
        return issued is { Succeeded: true, Value.Sent: true }
            ? issued.Value
            : throw new InvalidOperationException($"Nothing was sent: {issued.Failure?.Code}");
    }

    /// <summary>A right code, used up.</summary>
    [Benchmark]
    public Task Verify() => JudgeAsync(_right!, isRight: true);

    /// <summary>A wrong code, counted.</summary>
    [Benchmark]
    public Task VerifyWrong() => JudgeAsync(_wrong!, isRight: false);

    private async Task JudgeAsync(VerifyCommand command, bool isRight)
    {
        _core.Recipients.Reset(_key, _issued!);
        var verified = await _core.Verifier.VerifyAsync(command, Caller, CancellationToken.None);
        _core.DropNote();
        if (verified.Succeeded != isRight)
        {
            throw new InvalidOperationException($"The code was judged wrongly: {verified.Failure?.Code}");
        }
    }
}
