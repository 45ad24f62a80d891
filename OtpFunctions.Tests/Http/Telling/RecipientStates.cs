using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Telling;

/// <summary>Recipients of the OnlyID dialect in each state in which a code is refused; an app with two failures a day.</summary>
internal static class RecipientStates
{
    public static string[] Names { get; } = ["wrong", "never sent", "used", "dead", "locked"];

    /// <summary>One call in each state.</summary>
    public static async Task<Func<Task<Answer>>[]> OnlyIdAsync(OnlyIdCaller caller)
    {
        var calls = new List<Func<Task<Answer>>>();
        foreach (var name in Names)
            calls.Add(await OnlyIdAsync(name, caller));

        return [.. calls];
    }

    /// <summary>Brings a new recipient into a state, and gives the call that will be refused.</summary>
    public static async Task<Func<Task<Answer>>> OnlyIdAsync(string name, OnlyIdCaller caller)
    {
        const string Wrong = "wrong1";
        var to = Recipients.Mobile();
        if (name == "never sent")
            return () => caller.VerifyAsync(to, Wrong);

        var code = await caller.CodeAsync(to, ("maxFailCount", name == "dead" ? 1 : 20));
        var tries = name switch { "dead" => 1, "locked" => 2, _ => 0 };
        for (var count = 0; count < tries; count++)
            await caller.VerifyAsync(to, Wrong);

        if (name == "used")
            (await caller.VerifyAsync(to, code)).Expect(System.Net.HttpStatusCode.OK);

        return () => caller.VerifyAsync(to, name == "wrong" ? Wrong : code);
    }
}
