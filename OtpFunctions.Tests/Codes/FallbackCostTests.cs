using System.Text.Json;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using static OtpFunctions.Tests.Codes.FallbackBench;

namespace OtpFunctions.Tests.Codes;

/// <summary>What a fall-back takes from budgets and time, and what comes between its two messages.</summary>
public sealed class FallbackCostTests
{
    private readonly MemoryRecipientStore _store = new();

    [Theory]
    [InlineData(DeliveryOutcome.Accepted, 2)]
    [InlineData(DeliveryOutcome.TimedOut, 2)]
    [InlineData(DeliveryOutcome.Unavailable, 3)]
    public async Task It_counts_in_the_day_s_budget_of_e_mail_and_not_in_that_of_SMS(DeliveryOutcome email, int left)
    {
        var bench = New(_store, DeliveryOutcome.Unavailable, email, new() { PerPrefixPerDay = 3, EmailPerDay = 3 });

        await IssueAsync(bench);

        Assert.Equal((3, left), (await bench.Budget.SpendAsync(Mobile), await bench.Budget.SpendAsync(Mailbox)));
    }

    [Fact]
    public async Task With_the_budget_of_e_mail_spent_nothing_goes_out()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable, destinations: new() { PerPrefixPerDay = 3, EmailPerDay = 3 });
        await bench.Budget.SpendAsync(Mailbox);

        Assert.Equal(FailureCode.DeliveryFailed, (await IssueAsync(bench)).Failure?.Code);
        Assert.Single(bench.Channel.Sent);
        Assert.Equal(3, await bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_code_that_was_superseded_meanwhile_is_not_mailed()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);
        IssuedCode? newer = null;
        bench.Channel.Answer = async _ =>
        {
            bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
            newer = (await IssueAsync(bench)).Value;
            return DeliveryOutcome.Unavailable;
        };

        Assert.Equal(FailureCode.DeliveryFailed, (await IssueAsync(bench)).Failure?.Code);

        Assert.All(bench.Channel.Sent, message => Assert.Equal(DeliveryChannel.Sms, message.To.Channel));
        Assert.True(await bench.VerifyAsync(newer!.Code));
    }

    [Fact]
    public async Task Where_the_way_cannot_be_written_down_nothing_is_mailed_and_the_send_is_given_back()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable, destinations: new() { PerPrefixPerDay = 3, EmailPerDay = 3 });
        bench.Channel.Answer = _ =>
        {
            _store.LosesRace = () =>
            {
                _store.LosesRace = () => false;
                throw new StorageUnavailableException("out");
            };
            return Task.FromResult(DeliveryOutcome.Unavailable);
        };

        Assert.Equal(FailureCode.DeliveryFailed, (await IssueAsync(bench, OneAMinute)).Failure?.Code);

        Assert.Single(bench.Channel.Sent);
        Assert.Equal((3, 3), (await bench.Budget.SpendAsync(Mobile), await bench.Budget.SpendAsync(Mailbox)));
    }

    [Fact]
    public async Task Both_ways_share_one_deadline_and_SMS_leaves_time_for_the_other()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);

        await IssueAsync(bench);

        Assert.Single(bench.Channel.Asked.Select(asked => asked.Deadline).Distinct());
        Assert.Equal([1, 0], bench.Channel.Asked.Select(asked => asked.Others));
    }

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable, DeliveryChannel.Email)]
    [InlineData(DeliveryOutcome.Accepted, DeliveryChannel.Sms)]
    public async Task What_becomes_of_the_code_is_noted_under_the_channel_it_went_by(
        DeliveryOutcome sms, DeliveryChannel expected)
    {
        var issued = (await IssueAsync(New(_store, sms))).Value!;
        var journal = new SendJournal(new LostNotes(new ManualClock(), new ListedLogger<LostNotes>()));

        journal.Judged(
            new VerifyCommand(CodeBench.To(Mobile), CodeBench.Use, issued.Code), issued.Live, right: true, at: issued.Live.CreatedAt);

        Assert.True(journal.Notes.TryRead(out var note));
        Assert.Equal(expected, note.Channel);
    }

    [Fact]
    public void A_row_that_was_written_before_there_was_a_fall_back_is_read_and_one_without_costs_no_byte()
    {
        const string Old =
            """{"codes":[{"use":"u","boundTo":"b","sealed":"AA==","createdAt":1,"expiresAt":2,"maxFailures":3,"failures":0,"change":"c","maker":null,"messageId":null}],"sends":[],"failures":[]}""";
        var state = JsonSerializer.Deserialize(Old, StateJson.Default.RecipientState)!;

        Assert.False(state.Codes[0].FellBack);
        Assert.Equal(Old, JsonSerializer.Serialize(state, StateJson.Default.RecipientState));
        Assert.True(JsonSerializer.Deserialize(
            JsonSerializer.Serialize(state.FallBack("c", now: 1)!, StateJson.Default.RecipientState),
            StateJson.Default.RecipientState)!.Codes[0].FellBack);
    }
}
