using System.Text;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Secrecy;

public sealed class CodeProtectorTests
{
    private static readonly CodeProtector Protector = new(Keys.Ring("k1"));

    [Fact]
    public void What_was_sealed_opens_in_its_place_and_only_there()
    {
        var box = Protector.Protect("012345", "row\naddress\nuse");

        Assert.Equal("012345", Protector.Unprotect(box, "row\naddress\nuse"));
        Assert.Null(Protector.Unprotect(box, "row\naddress\nother use"));
        Assert.Null(Protector.Unprotect(box, "other row\naddress\nuse"));
    }

    [Theory]
    [InlineData("012345", true)]
    [InlineData("012346", false)]
    [InlineData("01234", false)]
    [InlineData("0123456", false)]
    [InlineData("", false)]
    [InlineData("٠١٢٣٤٥", false)]
    public void Only_the_very_code_matches(string code, bool matches)
    {
        Assert.Equal(matches, Protector.Matches(Protector.Protect("012345", "place"), "place", code));
    }

    [Fact]
    public void The_same_code_sealed_twice_looks_different_and_holds_no_code()
    {
        var one = Protector.Protect("012345", "place");

        Assert.NotEqual(one, Protector.Protect("012345", "place"));
        Assert.DoesNotContain("012345", Encoding.Latin1.GetString(one), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_first_key_still_reads_what_an_old_one_sealed_until_that_leaves_the_ring()
    {
        var box = Protector.Protect("012345", "place");

        Assert.Equal("012345", new CodeProtector(Keys.Ring("k2", "k1")).Unprotect(box, "place"));
        Assert.Null(new CodeProtector(Keys.Ring("k2")).Unprotect(box, "place"));
    }

    [Fact]
    public void The_first_key_seals() => Assert.Equal(
        "012345",
        new CodeProtector(Keys.Ring("k2")).Unprotect(new CodeProtector(Keys.Ring("k2", "k1")).Protect("012345", "place"), "place"));

    [Fact]
    public void A_changed_byte_anywhere_opens_nothing_and_throws_nothing()
    {
        var box = Protector.Protect("012345", "place");
        for (var i = 0; i < box.Length; i++)
        {
            var changed = box.ToArray();
            changed[i] ^= 1;
            Assert.Null(Protector.Unprotect(changed, "place"));
            Assert.Null(Protector.Unprotect(box[..i], "place"));
        }
    }
}
