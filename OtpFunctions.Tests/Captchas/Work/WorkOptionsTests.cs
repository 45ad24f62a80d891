using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Captchas.Work;

namespace OtpFunctions.Tests.Captchas.Work;

public sealed class WorkOptionsTests
{
    [Fact]
    public void What_is_not_set_is_on() =>
        Assert.Equivalent(new { Difficulty = 18, Minutes = 5 }, new WorkOptions());

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void The_difficulty_has_a_range(int difficulty, bool isValid) =>
        Assert.Equal(isValid, IsValid(new WorkOptions { Difficulty = difficulty }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void The_minutes_have_a_range(int minutes, bool isValid) =>
        Assert.Equal(isValid, IsValid(new WorkOptions { Minutes = minutes }));

    private static bool IsValid(WorkOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true);
}
