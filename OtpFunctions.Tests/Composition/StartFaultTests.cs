using Microsoft.Extensions.Hosting;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Infra;

namespace OtpFunctions.Tests.Composition;

/// <summary>What ends a start is one exception, and so one message in the log of whatever host there is.</summary>
public sealed class StartFaultTests
{
    [Fact]
    public void Faults_of_three_sections_are_named_in_one_message()
    {
        var settings = Deployed.Settings("None");
        settings["Otp__Limits__SendsPerHour"] = "0";
        settings["Otp__OnlyId__TimeZone"] = "Asia/Atlantis";
        settings["Otp__Secrets__CodeKeys"] = "planted";

        var ended = Assert.ThrowsAny<Exception>(() => StartUp.Check(settings, Environments.Production));

        Assert.All(
            ["SendsPerHour", "Otp:OnlyId:TimeZone", "Otp:Secrets:CodeKeys"],
            name => Assert.Contains(name, ended.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("planted", ended.Message, StringComparison.Ordinal);
    }
}
