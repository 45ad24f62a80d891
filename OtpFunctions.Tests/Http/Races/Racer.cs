using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>One dialect's callers of one recipient.</summary>
internal abstract class Racer(AppTrio trio, Spelled to)
{
    public static IReadOnlyList<string> Dialects { get; } = ["OnlyID", "Starlight", "Fresns", "Captcha"];

    /// <summary>Whether a right code stays good, as Starlight's document has it.</summary>
    public virtual bool KeepsCode => false;

    protected AppTrio Trio => trio;

    protected Spelled To => to;

    public static async Task<Racer> NewAsync(AppTrio trio, string dialect, Spelled to) => dialect switch
    {
        "OnlyID" => new OnlyIdRacer(trio, to, await new ConsoleCaller(trio.Apps[0].Http, trio.Apps[0].ConsoleKey).CreateAsync()),
        "Starlight" => await StarlightRacer.NewAsync(trio, to),
        "Fresns" => new FresnsRacer(trio, to),
        _ => new CaptchaRacer(trio, to),
    };

    /// <summary>The code of a send that must succeed.</summary>
    public abstract Task<string> CodeAsync();

    /// <summary>Yes: a message went out, or an earlier one still stands.</summary>
    /// <param name="http">One of the processes.</param>
    /// <param name="number">Which spelling, counted round, where the contract has more than one.</param>
    public abstract Task<Verdict> SendAsync(HttpClient http, int number);

    public abstract Task<Verdict> CheckAsync(HttpClient http, string code);

    protected static Verdict Of(int code, int yes, int busy, params int[] no)
    {
        Assert.Contains(code, (int[])[yes, busy, .. no]);
        return code == yes ? Verdict.Yes : code == busy ? Verdict.Busy : Verdict.No;
    }
}
