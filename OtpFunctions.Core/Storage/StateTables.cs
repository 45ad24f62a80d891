using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Core.Storage;

/// <summary>Which state lies in which table.</summary>
internal static class StateTables
{
    public static StateTable<RecipientState> Recipients(Tables tables) => new(
        tables.Recipients, StateJson.Default.RecipientState, RecipientState.Empty, state => state.PurgeAfter);

    public static StateTable<CallTimes> Calls(Tables tables) => new(
        tables.Windows, StateJson.Default.CallTimes, CallTimes.None, calls => calls.PurgeAfter);
}
