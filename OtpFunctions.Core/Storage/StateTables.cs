using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Core.Storage;

/// <summary>Which state lies in which table.</summary>
internal static class StateTables
{
    /// <summary>The key of a state's row in its partition.</summary>
    public const string Row = "state";

    // Of a network's calls, at most 1,000 of which fit a window: 8 MB at the worst.
    private const int NetworksKnown = 1000;

    public static StateTable<RecipientState> Recipients(Tables tables) => new(
        tables.Recipients, StateJson.Default.RecipientState, RecipientState.Empty, state => state.PurgeAfter);

    public static StateTable<CallTimes> Calls(Tables tables, TimeProvider clock) => new(
        tables.Windows,
        StateJson.Default.CallTimes,
        CallTimes.None,
        calls => calls.PurgeAfter,
        new LastKnown<CallTimes>(NetworksKnown, calls => calls.PurgeAfter, clock));

    public static StateTable<BudgetState> Budgets(Tables tables) => new(
        tables.Windows, StateJson.Default.BudgetState, BudgetState.None, budget => budget.PurgeAfter);

    public static StateTable<PictureState> Pictures(Tables tables) => new(
        tables.Captchas, StateJson.Default.PictureState, PictureState.None, picture => picture.ExpiresAt);

    public static StateTable<SmsState> SmsCodes(Tables tables) => new(
        tables.Captchas, StateJson.Default.SmsState, SmsState.None, sms => sms.ExpiresAt);

    public static StateTable<CaptchaIndex> CaptchaIndex(Tables tables) => new(
        tables.Captchas, StateJson.Default.CaptchaIndex, Captchas.CaptchaIndex.None, entry => entry.ExpiresAt);

    public static StateTable<UsedWork> Work(Tables tables) => new(
        tables.Captchas, StateJson.Default.UsedWork, UsedWork.None, use => use.PurgeAfter);
}
