using System.Buffers.Text;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Captchas.Work;

/// <summary>Challenges nobody issued. Each is solved as hard as any, so that only its signature or shape can refuse it.</summary>
public sealed class WorkForgeryTests
{
    private const int TicketLength = 32;
    private const string Purpose = "captcha work";
    private readonly WorkBench _bench = new();

    [Fact]
    public async Task With_any_bit_turned_it_is_refused()
    {
        var challenge = _bench.Issue().Challenge;
        var (ticket, signature) = (challenge[..TicketLength], challenge[TicketLength..]);

        var forged = Turned(ticket).Select(other => other + signature)
            .Concat(Turned(signature).Select(other => ticket + other))
            .ToList();

        Assert.Equal((24 + 32) * 8, forged.Count);
        foreach (var other in forged)
        {
            await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
        }
    }

    [Fact]
    public async Task The_ticket_of_one_with_the_signature_of_another_is_refused()
    {
        var spliced = _bench.Issue().Challenge[..TicketLength] + _bench.Issue().Challenge[TicketLength..];

        await _bench.AssertRefusedAsync(spliced, WorkBench.Solve(spliced));
    }

    [Fact]
    public async Task Another_spelling_of_the_same_signature_is_refused()
    {
        // Of the last character's 6 bits, 4 are the signature's: three other characters mean the same.
        var challenge = _bench.Issue().Challenge;
        var same = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .Select(last => challenge[..^1] + last)
            .Where(other => other != challenge && Decode(other[TicketLength..]).SequenceEqual(Decode(challenge[TicketLength..])))
            .ToList();

        Assert.Equal(3, same.Count);
        foreach (var other in same)
        {
            await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
        }
    }

    [Theory]
    [InlineData("{0} ")]
    [InlineData(" {0}")]
    [InlineData("{0}=")]
    [InlineData("{0}%")]
    [InlineData("{0}\n")]
    [InlineData("{0}A")]
    [InlineData("{0}.")]
    [InlineData("{0}{0}")]
    [InlineData("\uFEFF{0}")]
    public async Task With_more_than_its_characters_it_is_refused(string shape)
    {
        var other = shape.Replace("{0}", _bench.Issue().Challenge, StringComparison.Ordinal);

        await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
    }

    [Fact]
    public async Task With_less_it_is_refused()
    {
        var challenge = _bench.Issue().Challenge;

        foreach (var other in new[] { "", challenge[..^1], challenge[1..], challenge[..TicketLength] })
        {
            await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
        }
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('%')]
    [InlineData('=')]
    [InlineData('+')]
    [InlineData('/')]
    [InlineData('Ａ')]
    [InlineData('٣')]
    [InlineData('\0')]
    public async Task Even_signed_a_ticket_has_no_other_characters(char odd)
    {
        var ticket = _bench.Issue().Challenge[..TicketLength];

        foreach (var at in new[] { 0, 5, TicketLength - 1 })
        {
            var other = Signed(ticket.Remove(at, 1).Insert(at, $"{odd}"));
            await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
            Assert.Null(WorkTicket.Read(other.AsSpan(0, TicketLength)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public async Task Even_signed_another_version_is_refused(byte version)
    {
        var bytes = Decode(_bench.Issue().Challenge[..TicketLength]);
        Assert.Equal(1, bytes[0]);
        bytes[0] = version;
        var other = Signed(Base64Url.EncodeToString(bytes));

        await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
    }

    [Fact]
    public async Task A_hash_for_another_purpose_is_no_signature()
    {
        var ticket = _bench.Issue().Challenge[..TicketLength];
        var other = ticket + _bench.Hasher.Hash("caller", ticket);

        await _bench.AssertRefusedAsync(other, WorkBench.Solve(other));
    }

    [Fact]
    public async Task Under_another_pepper_it_is_refused()
    {
        var challenge = _bench.Issue().Challenge;
        var other = new WorkBench(clock: _bench.Clock, pepper: [.. Keys.Pepper.Reverse()]);

        await other.AssertRefusedAsync(challenge, WorkBench.Solve(challenge));
        Assert.Null(await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge)));
    }

    [Fact]
    public async Task Nothing_at_all_is_refused()
    {
        await _bench.AssertRefusedAsync(null!, "0");
        await _bench.AssertRefusedAsync(_bench.Issue().Challenge, null!);
    }

    [Fact]
    public void Every_byte_of_a_tickets_random_bits_is_random()
    {
        var nonces = Enumerable.Range(0, 100)
            .Select(_ => Decode(Assert.NotNull(WorkTicket.Read(WorkTicket.Write(18, 1))).Nonce))
            .ToList();

        // Of 100 bytes by chance some 83 differ; fewer than 40 never do.
        Assert.All(nonces, nonce => Assert.Equal(16, nonce.Length));
        Assert.All(Enumerable.Range(0, 16), at => Assert.True(nonces.Select(nonce => nonce[at]).Distinct().Count() >= 40));
    }

    [Fact]
    public void A_ticket_reads_as_it_was_written()
    {
        var text = WorkTicket.Write(24, 1_767_613_530_123);

        var ticket = Assert.NotNull(WorkTicket.Read(text));
        Assert.Equal((24, 1_767_613_530_123), (ticket.Difficulty, ticket.ExpiresAt));
        Assert.Equal(Decode(text)[8..], Decode(ticket.Nonce));
        Assert.Equal(TicketLength, text.Length);
    }

    private static IEnumerable<string> Turned(string text)
    {
        var bytes = Decode(text);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return Base64Url.EncodeToString(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static byte[] Decode(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded + new string('=', -padded.Length & 3));
    }

    private string Signed(string ticket) => ticket + _bench.Hasher.Hash(Purpose, ticket);
}
