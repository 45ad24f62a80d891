using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>The timer, fired by hand as the host allows.</summary>
[Collection(SharedAppCollection.Name)]
public sealed partial class PurgeTimerTests(SharedApp shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [LocalFact]
    public async Task A_purge_says_in_one_line_what_it_did()
    {
        using var body = new StringContent("""{"input":""}""", Encoding.UTF8, "application/json");

        var fired = await Answer.ReadAsync(shared.Http.PostAsync(new Uri("admin/functions/Purge", UriKind.Relative), body));

        Assert.Equal(HttpStatusCode.Accepted, fired.Status);
        Assert.NotNull(await shared.App.Output.FindAsync(DoneLine(), Patience));
    }

    [LocalFact]
    public void It_is_listed_with_the_other_functions() =>
        Assert.Contains(shared.App.Output.Lines, line => line.Trim() == "Purge: timerTrigger");

    [GeneratedRegex(@"Purge: \d+ rows deleted, \d+ renewed meanwhile, 0 failed, finished: True, \d+ ms$")]
    private static partial Regex DoneLine();
}
