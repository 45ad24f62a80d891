using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Secrecy;

public sealed class KeyHasherTests
{
    private readonly KeyHasher _hasher = new(Keys.Pepper);

    [Fact]
    public void A_hash_depends_on_pepper_purpose_and_value()
    {
        var hash = _hasher.Hash("recipient", "13612345678");

        Assert.Equal(hash, _hasher.Hash("recipient", "13612345678"));
        Assert.NotEqual(hash, _hasher.Hash("recipient", "13612345679"));
        Assert.NotEqual(hash, _hasher.Hash("address", "13612345678"));
        Assert.NotEqual(hash, new KeyHasher(new byte[32]).Hash("recipient", "13612345678"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2000)] // Longer than the buffer on the stack.
    public void A_hash_is_43_characters_that_a_table_key_may_hold(int length)
    {
        Assert.Matches("^[A-Za-z0-9_-]{43}\\z", _hasher.Hash("recipient", new string('x', length)));
    }
}
