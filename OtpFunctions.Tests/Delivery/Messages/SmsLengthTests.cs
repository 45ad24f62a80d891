namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class SmsLengthTests
{
    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('码', 70, 1)]
    [InlineData('码', 71, 2)]
    [InlineData('码', 135, 3)]
    public void Parts_are_counted_as_a_network_does(char symbol, int times, int parts)
    {
        Assert.Equal(parts, SmsLength.Parts(new string(symbol, times)));
    }

    [Fact]
    public void The_basic_alphabet_has_its_127_characters()
    {
        // 128 places, of which one is the escape to the extension.
        Assert.Equal(127, Enumerable.Range(0, 0x10000).Count(unit => SmsLength.IsGsm7($"{(char)unit}")) - 10);
    }

    [Theory]
    [InlineData("`")]
    [InlineData("’")]
    [InlineData("ç")]
    [InlineData("\t")]
    public void What_is_not_in_the_alphabet_makes_it_UCS2(string text)
    {
        Assert.False(SmsLength.IsGsm7(text));
    }
}
