using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>What the table adds to each call before anything is sent: the recipient's state read from JSON, and written.</summary>
public class RowBenchmarks
{
    private RecipientState _state = RecipientState.Empty;
    private byte[] _json = [];

    /// <summary>The recipient of <see cref="CodeBenchmarks"/>.</summary>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var core = new CodeCore();
        _state = core.Recipients.Find(await KnownRecipient.WriteAsync(core)).State;
        _json = Write();
    }

    /// <summary>From UTF-8.</summary>
    [Benchmark]
    public object Read() => JsonSerializer.Deserialize(_json, StateJson.Default.RecipientState)!;

    /// <summary>To UTF-8.</summary>
    [Benchmark]
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_state, StateJson.Default.RecipientState);
}
