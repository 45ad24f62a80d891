using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>What is noted of a code's life.</summary>
public sealed class JournalTests
{
    private readonly MemoryRecipientStore _store = new();
    private readonly CodeBench _bench;

    public JournalTests() => _bench = new CodeBench(_store);

    [Fact]
    public async Task A_message_has_an_id_of_its_moment_under_which_its_code_is_judged()
    {
        var issued = (await _bench.IssueAsync()).Value!;
        var wrong = CodeBench.WrongFor(issued.Code);
        await _bench.VerifyAsync(wrong);
        await _bench.VerifyAsync(wrong);
        await _bench.VerifyAsync(issued.Code);

        Assert.True(RecordId.TryParse(issued.MessageId, out var id));
        Assert.Equal(_bench.Clock.Milliseconds, id.Time);
        Assert.Equal([$"sent {id}", $"failed 1 {id}", $"failed 2 {id}", $"verified {id}"], _bench.Journal.Notes);
    }

    [Fact]
    public async Task A_message_that_was_not_taken_is_noted_and_the_code_before_it_keeps_its_own()
    {
        var first = (await _bench.IssueAsync()).Value!;
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Unavailable);
        await _bench.IssueAsync();
        await _bench.VerifyAsync(first.Code);

        Assert.Equal(3, _bench.Journal.Notes.Count);
        Assert.StartsWith("not sent ", _bench.Journal.Notes[1], StringComparison.Ordinal);
        Assert.DoesNotContain(first.MessageId, _bench.Journal.Notes[1], StringComparison.Ordinal);
        Assert.Equal($"verified {first.MessageId}", _bench.Journal.Notes[2]);
    }

    [Fact]
    public async Task A_code_sent_again_is_another_message_and_one_that_stands_is_the_same()
    {
        var policy = new CodePolicy { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5, Reuse = Reuse.WhileValid };
        var first = (await _bench.IssueAsync(policy: policy)).Value!;
        var again = (await _bench.IssueAsync(policy: policy)).Value!;
        var standing = (await _bench.IssueAsync(policy: policy with { Reuse = Reuse.Within(TimeSpan.FromMinutes(1)) })).Value!;
        await _bench.VerifyAsync(first.Code);

        Assert.Equal(first.Code, again.Code);
        Assert.NotEqual(first.MessageId, again.MessageId);
        Assert.Equal((again.MessageId, false), (standing.MessageId, standing.Sent));
        Assert.Equal(
            [$"sent {first.MessageId}", $"sent {again.MessageId}", $"verified {again.MessageId}"], _bench.Journal.Notes);
    }

    [Fact]
    public async Task Who_has_no_live_code_leaves_nothing()
    {
        await _bench.VerifyAsync("000000");
        var issued = (await _bench.IssueAsync()).Value!;
        await _bench.VerifyAsync(issued.Code);
        await _bench.VerifyAsync(issued.Code);
        await _bench.VerifyAsync("000000", use: new CodeUse("other"));

        Assert.Equal([$"sent {issued.MessageId}", $"verified {issued.MessageId}"], _bench.Journal.Notes);
    }

    [Fact]
    public async Task A_locked_recipient_leaves_nothing()
    {
        var bench = new CodeBench(_store, new() { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 1 });
        var issued = (await bench.IssueAsync()).Value!;
        await bench.VerifyAsync(CodeBench.WrongFor(issued.Code));
        Assert.False(await bench.VerifyAsync(issued.Code));

        Assert.Equal([$"sent {issued.MessageId}", $"failed 1 {issued.MessageId}"], bench.Journal.Notes);
    }

    [Fact]
    public async Task A_try_that_was_not_counted_in_the_end_leaves_nothing()
    {
        var issued = (await _bench.IssueAsync()).Value!;
        _store.LosesRace = () => true;

        Assert.False(await _bench.VerifyAsync(issued.Code));

        Assert.Equal([$"sent {issued.MessageId}"], _bench.Journal.Notes);
    }

    [Fact]
    public async Task A_refused_send_leaves_nothing()
    {
        await _bench.IssueAsync(policy: new CodePolicy
        {
            Lifetime = TimeSpan.FromMinutes(10),
            MaxFailures = 5,
            Windows = [new(1, TimeSpan.FromHours(1))],
        });
        Assert.False((await _bench.IssueAsync(policy: new CodePolicy
        {
            Lifetime = TimeSpan.FromMinutes(10),
            MaxFailures = 5,
            Windows = [new(1, TimeSpan.FromHours(1))],
        })).Succeeded);

        Assert.Single(_bench.Journal.Notes);
    }

    [Fact]
    public async Task A_code_from_before_messages_had_ids_is_still_read_and_used_up()
    {
        var issued = (await _bench.IssueAsync()).Value!;
        var key = _bench.Vault.KeysOf(CodeBench.To("13612345678")).Row;
        var read = await _store.LoadAsync(key, default);
        var json = System.Text.Json.JsonSerializer.Serialize(read.State, StateJson.Default.RecipientState);
        var old = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        Assert.True(old["codes"]![0]!.AsObject().Remove("messageId"));
        var state = System.Text.Json.JsonSerializer.Deserialize(old.ToJsonString(), StateJson.Default.RecipientState)!;
        Assert.True(await _store.TrySaveAsync(key, read, state, "old", default));

        var standing = (await _bench.IssueAsync(policy: new CodePolicy
        {
            Lifetime = TimeSpan.FromMinutes(10),
            MaxFailures = 5,
            Reuse = Reuse.Within(TimeSpan.FromMinutes(1)),
        })).Value!;
        Assert.Equal((issued.Code, ""), (standing.Code, standing.MessageId));
        Assert.True(await _bench.VerifyAsync(issued.Code));
    }
}
