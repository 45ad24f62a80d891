using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Delivery.Messages;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Contracts;

/// <summary>What every provider's channel does with one try, on a real socket.</summary>
public abstract class DeliveryChannelContract
{
    private protected CodeMessage Message { get; private set; } = null!;

    [Fact]
    public async Task A_message_is_taken_with_all_that_it_says()
    {
        await BeginAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await TryAsync()).Outcome);
        Assert.Equal((Message.Subject, Message.Text, Message.Html), Assert.Single(await TakenAsync(Message)));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_sent_once()
    {
        await BeginAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await TryAsync()).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await TryAsync()).Outcome);
        Assert.Single(await TakenAsync(Message));
    }

    [Theory]
    [InlineData(401, DeliveryOutcome.Misconfigured)]
    [InlineData(403, DeliveryOutcome.Misconfigured)]
    [InlineData(429, DeliveryOutcome.Throttled)]
    [InlineData(500, DeliveryOutcome.Unavailable)]
    [InlineData(503, DeliveryOutcome.Unavailable)]
    public async Task A_status_is_one_outcome_and_the_log_gets_it(int status, DeliveryOutcome expected)
    {
        await BeginAsync();
        await FailAsync(Message, status, retryAfter: null);

        Assert.Equal(new DeliveryAnswer(expected) { Fault = $"{status}" }, await TryAsync());
        Assert.Empty(await TakenAsync(Message));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_wait_that_is_asked_for_is_told(int status)
    {
        await BeginAsync();
        await FailAsync(Message, status, retryAfter: 17);

        Assert.Equal(TimeSpan.FromSeconds(17), (await TryAsync()).RetryAfter);
    }

    [Fact]
    public async Task A_recipient_who_is_refused_is_told_from_a_fault_of_ours()
    {
        await BeginAsync();

        Assert.Equal(DeliveryOutcome.RecipientRefused, (await RefusedAsync()).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_was_lost_is_no_failure_and_the_next_try_sends_nothing_more(bool isDropped)
    {
        await BeginAsync();
        await LoseAnswerAsync(Message, isDropped);

        Assert.Equal(DeliveryOutcome.TimedOut, (await TryAsync(TimeSpan.FromMilliseconds(isDropped ? 20_000 : 1_000))).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await TryAsync()).Outcome);
        Assert.Single(await TakenAsync(Message));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_taken()
    {
        await BeginAsync();

        Assert.Equal(DeliveryOutcome.Unavailable, (await TryAsync(Unreachable())).Outcome);
    }

    private protected abstract bool IsMail { get; }

    /// <summary>Makes the provider ready, if it is not.</summary>
    private protected abstract Task StartAsync();

    private protected abstract IDeliveryChannel Reachable();

    private protected abstract IDeliveryChannel Unreachable();

    /// <summary>What the provider really sends of this message.</summary>
    private protected abstract Task<IReadOnlyList<(string Subject, string Text, string Html)>> TakenAsync(CodeMessage message);

    /// <summary>The next try gets this answer.</summary>
    private protected abstract Task FailAsync(CodeMessage message, int status, int? retryAfter);

    /// <summary>A try of a message whose recipient is refused.</summary>
    private protected abstract Task<DeliveryAnswer> RefusedAsync();

    /// <summary>The next try is taken, and then its connection breaks or nothing more is heard.</summary>
    private protected abstract Task LoseAnswerAsync(CodeMessage message, bool isDropped);

    private protected Task<DeliveryAnswer> TryAsync(TimeSpan? patience = null) => TryAsync(Reachable(), patience);

    private protected async Task BeginAsync()
    {
        await StartAsync();
        Message = MessageBench.Compose(
            CodeBench.To(IsMail ? Recipients.Email() : Recipients.Abroad()), MessageChoice.General);
    }

    // As the policy around it reads what a channel throws.
    private async Task<DeliveryAnswer> TryAsync(IDeliveryChannel channel, TimeSpan? patience = null)
    {
        using var timeUp = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        try
        {
            return await channel.DeliverAsync(Message, timeUp.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return ProviderFaults.AnswerTo(exception);
        }
    }
}
