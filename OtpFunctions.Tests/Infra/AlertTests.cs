using System.Globalization;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Infra;

/// <summary>The alerts look for what the app really says, and long enough.</summary>
public sealed partial class AlertTests
{
    // The code is answered for the caller to compare; the check is an addition of ours.
    private const string ChecksElsewhere = "Starlight";

    [Fact]
    public void There_are_six_and_each_can_be_read() => Assert.Equal(
        ["provider-refuses", "breaker-open", "storage-unreachable", "server-errors", "few-verified", "purge-silent"],
        AlertRule.Read(Repository.Text(AlertRule.File)).Select(rule => rule.Name));

    [Fact]
    public void Each_looks_for_what_the_app_says_and_no_less_long_than_it_waits() =>
        Assert.Empty(Faults(Repository.Text(AlertRule.File)));

    [Theory]
    [InlineData("refuses this service\"", "refuses the service\"")]
    [InlineData("Event 31.", "Event 32.")]
    [InlineData("Event 33.", "Event 30.")]
    [InlineData(" Event 10.", "")]
    [InlineData("name == \"Purge\"", "name == \"Purger\"")]
    [InlineData("\"OnlyIdSendOtp\"", "\"SendOtp\"")]
    [InlineData("\"OnlyIdSendOtp\", ", "")]
    [InlineData(", \"FresnsSendVerifyCode\"", ", \"ConsoleListUsers\"")]
    [InlineData(", \"FresnsCheckVerifyCode\"", "")]
    [InlineData("OnlyId|Starlight|Fresns", "OnlyId|Starlight")]
    [InlineData("(checked > 0 or api != \"Starlight\")", "checked > 0")]
    [InlineData("window: 'PT30M'", "window: 'PT10M'")]
    [InlineData("frequency: 'PT15M'\n    window: 'PT30M'", "frequency: 'PT45M'\n    window: 'PT30M'")]
    public void Another_is_noticed(string from, string to)
    {
        var text = Repository.Text(AlertRule.File);

        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_purge_ends_before_the_next_one_is_due()
    {
        var timeout = HostTimeout().Match(Repository.Text("host.json")).Groups[1].Value;

        Assert.InRange(TimeSpan.Parse(timeout, CultureInfo.InvariantCulture), TimeSpan.FromMinutes(1), PurgeInterval());
    }

    private static IEnumerable<string> Faults(string text)
    {
        var product = Repository.CSharp
            .Where(file => file.StartsWith("OtpFunctions/", StringComparison.Ordinal)
                || file.StartsWith("OtpFunctions.Core/", StringComparison.Ordinal))
            .Select(Repository.Text).ToArray();
        var lines = product.SelectMany(file => Line().Matches(file)).Select(match => (
            Event: int.Parse(match.Groups["event"].ValueSpan, CultureInfo.InvariantCulture),
            Text: match.Groups["text"].Value)).ToArray();
        var functions = product.SelectMany(file => Function().Matches(file)).Select(match => match.Groups[1].Value).ToArray();
        var rules = AlertRule.Read(text);
        return
        [
            .. rules.Where(rule => rule.Window < rule.Frequency).Select(rule => $"{rule.Name} sees not all times"),
            .. rules.SelectMany(rule => rule.Texts
                .Where(said => !lines.Any(line => line.Event == rule.Event && line.Text.Contains(said, StringComparison.Ordinal)))
                .Select(said => $"no line of event {rule.Event} says: {said}")),
            .. rules.SelectMany(rule => rule.Functions.Except(functions)).Select(function => $"no function {function}"),
            .. rules.Where(rule => rule.Functions.Contains("Purge") && rule.Window < 3 * PurgeInterval())
                .Select(rule => $"{rule.Name} is impatient"),
            .. RatioFaults(rules.Single(rule => rule.Name == "few-verified"), product),
        ];
    }

    // Whatever sends codes by the core, and whatever verifies them, in pairs. Captcha does both by one function.
    private static IEnumerable<string> RatioFaults(AlertRule rule, string[] product)
    {
        var (sent, verified) = (rule.Counted("sent"), rule.Counted("checked"));
        string[] issuers = [.. FunctionsWith("CodeIssuer", product)], verifiers = [.. FunctionsWith("CodeVerifier", product)];
        Assert.InRange(issuers.Length, 3, 20);
        return
        [
            .. Other(issuers, sent).Concat(Other(verifiers, verified)).Select(name => $"{rule.Name} counts {name} otherwise"),
            .. sent.Concat(verified).Where(api => api.Key == "" || api.Count() != 1).Select(api => $"{rule.Name} mixes {api.Key}"),
            .. rule.Query.EndsWith($" and (checked > 0 or api != \"{ChecksElsewhere}\")", StringComparison.Ordinal)
                ? [] : new[] { $"{rule.Name} takes callers that check elsewhere for callers whose messages do not arrive" },
            .. sent.Select(api => api.Key).Except(verified.Select(api => api.Key)).Select(api => $"{rule.Name} does not pair {api}"),
        ];
    }

    private static IEnumerable<string> FunctionsWith(string service, string[] product) => product
        .Where(file => Regex.IsMatch(file, $@"\([^)]*\b{service} \w+[^)]*\)"))
        .SelectMany(file => Function().Matches(file)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Other(string[] functions, ILookup<string, string> counted)
    {
        var all = counted.SelectMany(api => api).ToArray();
        return functions.Except(all).Concat(all.Except(functions));
    }

    private static TimeSpan PurgeInterval()
    {
        var schedule = Schedule().Match(Repository.Text("OtpFunctions/Maintenance/Purge.cs"));
        return TimeSpan.FromMinutes(int.Parse(schedule.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""\[LoggerMessage\(\s*(?<event>\d+),\s*LogLevel\.\w+,\s*"(?<text>[^"]+)"\)\]""")]
    private static partial Regex Line();

    [GeneratedRegex("""\[Function\("(\w+)"\)\]""")]
    private static partial Regex Function();

    [GeneratedRegex("""\[TimerTrigger\("0 \*/(\d+) \* \* \* \*"\)\]""")]
    private static partial Regex Schedule();

    [GeneratedRegex("\"functionTimeout\": \"([0-9:]+)\"")]
    private static partial Regex HostTimeout();
}
