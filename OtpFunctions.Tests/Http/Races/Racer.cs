using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>One dialect's callers of one phone.</summary>
internal abstract class Racer(AppTrio trio, string mobile)
{
    public static IReadOnlyList<string> Dialects { get; } = ["OnlyID", "Starlight", "Fresns", "Captcha"];

    /// <summary>Whether a right code stays good, as Starlight's document has it.</summary>
    public virtual bool KeepsCode => false;

    protected AppTrio Trio => trio;

    protected string Mobile => mobile;

    public static async Task<Racer> NewAsync(AppTrio trio, string dialect, string mobile) => dialect switch
    {
        "OnlyID" => new OnlyIdRacer(trio, mobile, await new ConsoleCaller(trio.Apps[0].Http, trio.Apps[0].ConsoleKey).CreateAsync()),
        "Starlight" => await StarlightRacer.NewAsync(trio, mobile),
        "Fresns" => new FresnsRacer(trio, mobile),
        _ => new CaptchaRacer(trio, mobile),
    };

    /// <summary>The code of a send that must succeed.</summary>
    public abstract Task<string> CodeAsync();

    /// <summary>Yes: a message went out, or an earlier one still stands.</summary>
    public abstract Task<Verdict> SendAsync(HttpClient http, int number);

    public abstract Task<Verdict> CheckAsync(HttpClient http, string code);

    protected static Verdict Of(int code, int yes, int busy, params int[] no)
    {
        Assert.Contains(code, (int[])[yes, busy, .. no]);
        return code == yes ? Verdict.Yes : code == busy ? Verdict.Busy : Verdict.No;
    }

    /// <summary>The phone, as one caller or another spells it.</summary>
    protected string Spelled(int number) => (number % 3) switch
    {
        0 => mobile,
        1 => $"+86{mobile}",
        _ => $"+86 {mobile[..3]} {mobile[3..7]} {mobile[7..]}",
    };
}
