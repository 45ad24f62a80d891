using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>Which state lies in which table.</summary>
internal static class StateTables
{
    public static StateTable<RecipientState> Recipients(Tables tables) => new(
        tables.Recipients, StateJson.Default.RecipientState, RecipientState.Empty, state => state.PurgeAfter);
}
