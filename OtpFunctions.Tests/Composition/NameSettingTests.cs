using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Storage;
using OtpFunctions.Http;

namespace OtpFunctions.Tests.Composition;

/// <summary>Settings that become names elsewhere: of tables, of a header.</summary>
public sealed class NameSettingTests
{
    [Theory]
    [InlineData("o", true)]
    [InlineData("otp2", true)]
    [InlineData("abcdefghij0123456789", true)]
    [InlineData("abcdefghij01234567890", false)]
    [InlineData("", false)]
    [InlineData("2otp", false)]
    [InlineData("otp-", false)]
    [InlineData("otp\n", false)]
    [InlineData("ötp", false)]
    public void A_prefix_is_a_letter_then_letters_or_digits_up_to_20(string prefix, bool isTaken) => Assert.Equal(
        isTaken,
        IsTaken(new StorageOptions { ConnectionString = "UseDevelopmentStorage=true", TablePrefix = prefix }));

    [Theory]
    [InlineData("", true)]
    [InlineData("CLIENT-IP", true)]
    [InlineData("x9", true)]
    [InlineData("a b", false)]
    [InlineData("a:", false)]
    [InlineData("a\n", false)]
    [InlineData("é", false)]
    public void A_header_has_letters_digits_and_hyphens(string header, bool isTaken) =>
        Assert.Equal(isTaken, IsTaken(new ClientOptions { AddressHeader = header }));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_header_has_up_to_64_of_them(int length, bool isTaken) =>
        Assert.Equal(isTaken, IsTaken(new ClientOptions { AddressHeader = new string('a', length) }));

    private static bool IsTaken(IValidatableObject options) => !options.Validate(new ValidationContext(options)).Any();
}
