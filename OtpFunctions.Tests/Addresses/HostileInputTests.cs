using System.Buffers;
using System.Text;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

/// <summary>No text makes a parser throw, and what it accepts is clean, canonical and masked.</summary>
public sealed class HostileInputTests
{
    private const int Rounds = 4000;
    private const string PhoneAlphabet = "0123456789012345678901234567890123456789+86 -.()\u0661\uFF11\u00A0\n";
    private const string EmailAlphabet = "abcXYZ019.-+_@@.. ,\"<>\\()[]:;\u212A\uFF20\u0430\u202E\0\r\n";

    private static readonly SearchValues<char> LocalCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~");

    private static readonly string[] Good =
    [
        "13612345678", "+8613612345678", "+44 (0)20 7946 0958", "+1 (415) 555-2671", "+39 06 6982 0000",
        "a@x.com", "John.Smith+tag@Example.co.uk", "a.b@gmail.com", "+1@xn--fiqs8s.cn",
    ];

    private static readonly string[] Intruders =
    [
        "\0", "\n", "\r\n", "\t", " ", ",", ";", "<", ">", "\"", "(", ")", "@", "+", ".", "..", "-", "0", "9", "\u0661",
        "\uFF11", "\uFF20", "\uFF0B", "\u212A", "\u0130", "\u200B", "\u202E", "\u2066", "\uFEFF", "\u00A0", "\ud800",
    ];

    [Fact]
    public void Random_UTF16() => Check(1, bytes => bytes.Utf16(48));

    [Fact]
    public void Random_Latin_bytes() => Check(2, bytes => Encoding.Latin1.GetString(
        [.. Enumerable.Range(0, bytes.Next(48)).Select(_ => (byte)bytes.Next(256))]));

    [Fact]
    public void Random_characters_of_telephone_numbers() =>
        Assert.InRange(Check(3, bytes => "+" + bytes.Text(PhoneAlphabet, 20)), 50, Rounds);

    [Fact]
    public void Random_characters_of_email_addresses() => Assert.InRange(
        Check(4, bytes => $"a{bytes.Text(EmailAlphabet, 3)}@{bytes.Text(EmailAlphabet, 3)}.com"), 50, Rounds);

    [Fact]
    public void Good_addresses_with_something_put_in() => Assert.InRange(Check(5, PutIn), 50, Rounds);

    [Fact]
    public void Good_addresses_with_one_character_of_any_script_put_in()
    {
        foreach (var good in Good)
        {
            for (var intruder = 0x80; intruder <= char.MaxValue; intruder++)
            {
                var at = intruder % (good.Length + 1);
                Assert.False(Address.TryParse(good.Insert(at, ((char)intruder).ToString()), out _));
            }
        }
    }

    [Theory]
    [InlineData(1_000_000)]
    public void Very_long_text_is_refused(int length)
    {
        Assert.False(Address.TryParse(new string('1', length), out _));
        Assert.False(Address.TryParse(new string('a', length) + "@x.com", out _));
        Assert.False(Address.TryParse("a@" + new string('.', length), out _));
        Assert.False(PhoneNumber.TryParse(new string('1', length), new string('8', length), out _));
    }

    private static int Check(int seed, Func<SeededBytes, string> make)
    {
        var bytes = new SeededBytes(seed);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var text = make(bytes);
            if (Address.TryParse(text, out var address))
            {
                accepted++;
                IsClean(address);
            }

            if (PhoneNumber.TryParse(text, text[..Math.Min(text.Length, 3)], out var phone))
                IsClean(phone);
        }

        return accepted;
    }

    private static string PutIn(SeededBytes bytes)
    {
        var good = Good[bytes.Next(Good.Length)];
        return good.Insert(bytes.Next(good.Length + 1), Intruders[bytes.Next(Intruders.Length)]);
    }

    private static void IsClean(Address address)
    {
        if (address is PhoneNumber)
        {
            Assert.Matches(@"\A\+[1-9][0-9]{6,14}\z", address.Delivery);
            Assert.Equal(address.Delivery, address.LimiterKey);
        }
        else
        {
            var at = address.Delivery.IndexOf('@', StringComparison.Ordinal);
            Assert.Equal(-1, address.Delivery.AsSpan(0, at).IndexOfAnyExcept(LocalCharacters));
            Assert.Matches(@"\A([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*\z", address.Delivery[(at + 1)..]);
            Assert.Matches(@"\A[!-?A-~]+@[a-z0-9.-]+\z", address.LimiterKey);
            Assert.DoesNotMatch("[A-Z]", address.LimiterKey);
        }

        Assert.DoesNotContain(address.Delivery, address.Masked, StringComparison.Ordinal);
        Assert.True(Address.TryParse(address.Delivery, out var again));
        Assert.Equal(address, again);
        Assert.Equal(address.LimiterKey, again.LimiterKey);
    }
}
