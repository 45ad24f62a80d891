using OtpFunctions.Core.Codes;

namespace OtpFunctions.Tests.Model;

/// <summary>What the purge does to one row: finds it past its time, and deletes it if it is still the same.</summary>
internal sealed class PurgeCall(
    int number, Move move, Clocks clocks, CodeVault vault, StepwiseStore<RecipientState> store, Rows rows, Scheduler scheduler)
    : Call(number, move, clocks)
{
    public override IEnumerable<Deed> Deeds =>
        [new Deed.Purge(Number, Place.Recipient, Began, Ended, Times(Began, Ended))];

    protected override async Task AskAsync()
    {
        var key = vault.KeysOf(Addresses.Of(Place)).Row;
        var row = await store.LoadAsync(key, CancellationToken.None);
        if (row.Version is { } version && row.State.PurgeAfter <= Clocks[Move.Instance].Milliseconds)
            await scheduler.WaitAsync(fate => StepwiseStore<RecipientState>.WriteAsync(fate, () => rows.DeleteAsync(key, version)));
    }
}
