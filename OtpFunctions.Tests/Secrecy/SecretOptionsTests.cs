using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Secrecy;

public sealed class SecretOptionsTests
{
    private static readonly string GoodPepper = Convert.ToBase64String(Keys.Pepper);
    private static readonly string GoodRing = Keys.RingText("1", "2");
    private const string GoodConsoleKey = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Good_secrets_pass()
    {
        Assert.Empty(Check(GoodPepper, GoodRing, GoodConsoleKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_missing_or_weak_pepper_is_named(string pepper)
    {
        Assert.Contains("Otp:Secrets:Pepper", Assert.Single(Check(pepper, GoodRing, GoodConsoleKey)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("1:c2hvcnQ=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData(":AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("a-b:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("12345678901234567:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_ring_that_cannot_be_read_is_named(string ring)
    {
        Assert.Contains("Otp:Secrets:CodeKeys", Assert.Single(Check(GoodPepper, ring, GoodConsoleKey)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv-example.vault.azure.net/secrets/otp-console-key)")]
    public void A_weak_console_key_is_named(string key)
    {
        Assert.Contains("Otp:Secrets:ConsoleKey", Assert.Single(Check(GoodPepper, GoodRing, key)), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_do_not_print_themselves()
    {
        var options = new SecretOptions { Pepper = GoodPepper, CodeKeys = GoodRing, ConsoleKey = GoodConsoleKey };

        Assert.Equal("SecretOptions", $"{options}");
    }

    private static List<string> Check(string pepper, string ring, string consoleKey)
    {
        var options = new SecretOptions { Pepper = pepper, CodeKeys = ring, ConsoleKey = consoleKey };
        return [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage ?? "")];
    }
}
