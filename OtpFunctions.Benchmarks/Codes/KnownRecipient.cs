using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>
/// A phone with a past: four messages in two days by two dialects, a wrong code, and another use's code that is still
/// good. The policy is that of a code by SMS with a cool-down, a window and a day.
/// </summary>
internal static class KnownRecipient
{
    private static readonly TimeSpan[] Sends =
        [TimeSpan.FromHours(20), TimeSpan.FromHours(5), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(4)];

    public static PhoneNumber Phone { get; } = PhoneNumber.TryParse("13612345678", out var phone)
        ? phone
        : throw new InvalidOperationException("The number cannot be read.");

    public static CodeUse Use { get; } = new("bench", "application", "login");

    public static CodePolicy Policy { get; } = new()
    {
        Lifetime = TimeSpan.FromMinutes(5),
        MaxFailures = 5,
        Windows = [new SlidingWindow(1, TimeSpan.FromSeconds(30)), new SlidingWindow(5, TimeSpan.FromHours(1))],
        DayLimit = new DayLimit(10, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")),
    };

    private static CodeUse OtherUse { get; } = new("other", "application", "");

    /// <summary>Writes the row. <returns>Its key.</returns></summary>
    public static async Task<string> WriteAsync(CodeCore core)
    {
        var keys = core.Vault.KeysOf(Phone);
        var now = TimeProvider.System.GetUtcNow();
        var state = RecipientState.Empty with
        {
            Sends = [.. Sends.Select((age, at) => new SendRecord(
                (now - age).ToUnixTimeMilliseconds(), (at % 2 == 0 ? Use : OtherUse).Dialect, RandomId.Short()))],
            Failures = [(now - TimeSpan.FromHours(5)).ToUnixTimeMilliseconds()],
        };
        var live = LiveFor(core.Vault, keys, state.Sends[^1]);
        for (var change = 0; change < Sends.Length; change++)
        {
            var read = await core.Recipients.LoadAsync(keys.Row, CancellationToken.None);
            await core.Recipients.TrySaveAsync(
                keys.Row, read, state with { Codes = [live] }, RandomId.Short(), CancellationToken.None);
        }

        return keys.Row;
    }

    private static LiveCode LiveFor(CodeVault vault, RecipientKeys keys, SendRecord send) => new()
    {
        Use = OtherUse.Key,
        BoundTo = keys.BoundTo,
        Sealed = vault.Seal("123456", keys, OtherUse.Key),
        CreatedAt = send.At,
        ExpiresAt = send.At + (long)TimeSpan.FromMinutes(20).TotalMilliseconds,
        MaxFailures = Policy.MaxFailures,
        Change = send.Change,
        Maker = send.Change,
        MessageId = RandomId.OrderedUuid(send.At),
    };
}
