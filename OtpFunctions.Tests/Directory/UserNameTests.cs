using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Directory;

public sealed class UserNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Alice Smith")]
    [InlineData("小明")]
    [InlineData("店🏪")]
    [InlineData("CORP\\alice")]
    [InlineData("12345")]
    [InlineData("#?&+=:;'\"<>|*")]
    [InlineData("...")]
    [InlineData("  trimmed\u3000", "trimmed")]
    public void A_name_is_kept_as_given(string text, string? kept = null)
    {
        Assert.True(UserName.TryParse(text, out var name));
        Assert.Equal(kept ?? text, name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("a@b")]
    [InlineData("a/b")]
    [InlineData("a%41")]
    [InlineData(".")]
    [InlineData(" .. ")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\ud800")]
    [InlineData("\udc00a")]
    [InlineData("13612345678")]
    [InlineData("+86 136-1234-5678")]
    [InlineData("+44 20 7946 0958")]
    public void What_can_be_taken_for_an_address_or_cannot_stand_in_a_path_is_no_name(string? text)
    {
        Assert.False(UserName.TryParse(text, out var name));
        Assert.Null(name);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_name_has_at_most_64_characters(int length, bool isName) =>
        Assert.Equal(isName, UserName.TryParse(new string('n', length), out _));
}
