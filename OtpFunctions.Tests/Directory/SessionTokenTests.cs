using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

public sealed class SessionTokenTests
{
    private static readonly string Owner = new UserKeys(new KeyHasher(Keys.Pepper)).OfName("alice");
    private static readonly string Text = SessionToken.New(Owner).Text;

    [Fact]
    public void What_is_given_out_is_read_again()
    {
        var token = SessionToken.New(Owner);

        Assert.True(SessionToken.TryParse(token.Text, out var read));
        Assert.Equal((token.Id, Owner, token.Text), (read.Id, read.Owner, read.Text));
        Assert.Equal(107, token.Text.Length);
        Assert.StartsWith(token.Id, token.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_is_no_token()
    {
        string?[] others =
        [
            null, "", Text[..64], Text[..106], Text + "A", Text[1..], " " + Text, Text + "\n", Text[..64] + Owner[..42] + "=",
            Text[..64] + Owner[..42] + "+", Text[..64] + Owner[..42] + "/", Text[..64] + Owner[..42] + "é",
            Text[..64] + "'" + Owner[1..], "g" + Text[1..], "A" + Text[1..], Text[..63] + "-" + Owner, Owner + Text[..64],
        ];

        Assert.All(others, other => Assert.False(SessionToken.TryParse(other, out _), other));
    }

    [Fact]
    public void Two_are_of_one_session_if_they_name_the_same_row()
    {
        var (one, other) = (SessionToken.New(Owner), SessionToken.New(Owner));

        Assert.True(one.IsOfSameSession(SessionToken.New(Owner, one.Id)));
        Assert.False(one.IsOfSameSession(other));
        Assert.False(one.IsOfSameSession(SessionToken.New(new string('A', 43), one.Id)));
    }
}
