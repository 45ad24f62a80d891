using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Operations;

/// <summary>
/// docs/operations.md has every setting, with what the code says and checks of it. OTP_UPDATE_DOCS=1 writes it anew.
/// </summary>
public sealed partial class SettingTableTests
{
    private const string Page = "docs/operations.md";
    private const string Sample = "local.settings.sample.json";

    [Fact]
    public void The_page_has_every_setting_as_it_is()
    {
        var table = SettingTable.Of(SettingSections.Settings);
        if (Environment.GetEnvironmentVariable("OTP_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), MarkedText.Replace(Repository.Text(Page), table));
        }

        Assert.Equal(table, MarkedText.Read(Repository.Text(Page)));
    }

    [Fact]
    public void All_options_that_are_checked_are_bound_and_read() =>
        Assert.Equal(
            SettingSections.Validated.Select(type => type.Name).Order(StringComparer.Ordinal),
            SettingSections.Bound.Select(bound => bound.Options.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_sample_has_each_of_them_and_no_other()
    {
        var sample = Name().Matches(Repository.Text(Sample)).Select(match => match.Value).Distinct().ToArray();

        Assert.InRange(SettingSections.Settings.Count, 50, 200);
        Assert.All(
            SettingSections.Settings,
            setting => Assert.Contains(sample, name => name.StartsWith(setting.Stem, StringComparison.Ordinal)));
        Assert.All(sample, name => Assert.Contains(SettingSections.Settings, setting => IsOf(setting, name)));
    }

    [Fact]
    public void What_a_start_asks_for_is_required()
    {
        var required = SettingSections.Settings.ToDictionary(setting => setting.Name, Requirements.Of);

        Assert.Equal("**required**", required["Otp__Secrets__Pepper"]);
        Assert.Equal("**required**", required["Otp__Delivery__Sms"]);
        Assert.Equal("**this** or `Otp__Storage__ServiceUri`", required["Otp__Storage__ConnectionString"]);
        Assert.Equal("**required** with `Webhook`", required["Otp__Delivery__EmailWebhook__Key"]);
        Assert.Null(required["Otp__Delivery__SmsSecond"]);
        Assert.Null(required["Otp__Limits__SendsPerHour"]);
    }

    [Theory]
    [InlineData("Sends, 1 to 100; 20 unless set.", "20", "Sends.")]
    [InlineData("Sends, 1 to 100; 20 unless set. Why.", "20", "Sends. Why.")]
    [InlineData("Sends, 1 to 99; 20 unless set.", "20", null)]
    [InlineData("Sends, 1 to 100; 21 unless set.", "20", null)]
    [InlineData("Sends, 1 to 100.", "20", null)]
    [InlineData("Sends; 20 unless set.", "20", null)]
    public void A_meaning_that_says_another_range_or_default_is_noticed(string comment, string value, string? meaning) =>
        AssertMeaning(meaning, comment, new RangeAttribute(1, 100), value);

    [Theory]
    [InlineData("A zone; UTC unless set.", "UTC", "A zone.")]
    [InlineData("A zone; UTC unless set.", "GMT", null)]
    [InlineData("A host; none unless set.", "", "A host.")]
    [InlineData("A list.", "a,b", "A list.")]
    public void And_one_that_says_another_text(string comment, string value, string? meaning) =>
        AssertMeaning(meaning, comment, range: null, value);

    [Fact]
    public void A_property_without_a_comment_is_noticed()
    {
        Assert.StartsWith("Real sends", DocComments.Of(typeof(RecipientLimits).GetProperty(nameof(RecipientLimits.SendsPerHour))!));
        Assert.Throws<FormatException>(() => DocComments.Of(typeof(Bare).GetProperty(nameof(Bare.Value))!));
    }

    [Fact]
    public void A_comment_becomes_Markdown() => Assert.Equal(
        "With `Url`: `a\\|b` ([delivery](delivery.md)).",
        DocComments.Markdown(XElement.Parse(
            "<summary>\n  With <see cref=\"P:A.B.Url\" />:\n  <c>a|b</c> (docs/delivery.md).\n</summary>")));

    private static void AssertMeaning(string? meaning, string comment, RangeAttribute? range, string value)
    {
        if (meaning is null)
        {
            Assert.Throws<FormatException>(() => SettingMeaning.Of(comment, range, value));
        }
        else
        {
            Assert.Equal(meaning, SettingMeaning.Of(comment, range, value));
        }
    }

    // Where a user chooses the rest of the name, the name begins as the setting's does.
    private static bool IsOf(Setting setting, string name) => setting.Stem == setting.Name
        ? name == setting.Name
        : name.StartsWith($"{setting.Stem}__", StringComparison.Ordinal);

    [GeneratedRegex(@"\bOtp__\w+")]
    private static partial Regex Name();

    private sealed class Bare
    {
        public int Value { get; set; }
    }
}
