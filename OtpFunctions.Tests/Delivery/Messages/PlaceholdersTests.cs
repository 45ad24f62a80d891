using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{code}", "12")]
    [InlineData("{code}{minutes}{site}", "125A{code}")]
    [InlineData("a {code} b {code} c", "a 12 b 12 c")]
    [InlineData("{", "{")]
    [InlineData("{code", "{code")]
    [InlineData("code}", "code}")]
    [InlineData("{{code}}", "{12}")]
    [InlineData("{codes} {cod} {Code} { code}", "{codes} {cod} {Code} { code}")]
    [InlineData("i{ } {code", "i{ } {code")]
    public void Placeholders_are_filled_and_other_braces_stay(string text, string filled) =>
        Assert.Equal(filled, Placeholders.Fill(text, new MessageValues("12", 5, "A{code}")));

    [Fact]
    public void A_text_longer_than_any_buffer_is_filled_to_its_end()
    {
        var padding = new string('x', 10_000);

        Assert.Equal($"{padding}12{padding}", Placeholders.Fill($"{padding}{{code}}{padding}", new MessageValues("12", 5, "")));
    }
}
