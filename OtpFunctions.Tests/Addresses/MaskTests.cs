using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class MaskTests
{
    [Theory]
    [InlineData("a@x.com", "****@x.com")]
    [InlineData("abc@x.com", "****@x.com")]
    [InlineData("abcd@x.com", "****@x.com")]
    [InlineData("abcde@x.com", "****e@x.com")]
    [InlineData("abcdef@x.com", "****ef@x.com")]
    [InlineData("Abcd.Ef+tag@X.com", "****.Ef+tag@x.com")]
    public void An_email_hides_the_first_four_of_its_local_part(string text, string masked) => Masks(text, masked);

    [Theory]
    [InlineData("13612345678", "136****5678")]
    [InlineData("+86 199-0000-0001", "199****0001")]
    public void A_mainland_number_shows_its_first_three_and_last_four(string text, string masked) =>
        Masks(text, masked);

    [Theory]
    [InlineData("+442079460958", "+44****0958")]
    [InlineData("+1 415 555 2671", "+1****2671")]
    [InlineData("+85291234567", "+852****4567")]
    [InlineData("+2901234567", "+290****567")]
    [InlineData("+290123456", "+290****456")]
    [InlineData("+29012345", "+290****45")]
    [InlineData("+2901234", "+290****34")]
    [InlineData("+65123456", "+65****456")]
    public void Another_number_shows_at_most_four_digits_and_half_of_its_national_part(string text, string masked) =>
        Masks(text, masked);

    private static void Masks(string text, string masked)
    {
        Assert.True(Address.TryParse(text, out var address));
        Assert.Equal(masked, address.Masked);
    }
}
