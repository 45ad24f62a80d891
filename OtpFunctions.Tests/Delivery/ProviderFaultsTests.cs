using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Delivery;

/// <summary>Only what was surely not taken is called unavailable.</summary>
public sealed class ProviderFaultsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 11, 45, 30, TimeSpan.Zero);

    public static TheoryData<Exception, DeliveryOutcome> Thrown() => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), DeliveryOutcome.Unavailable },
        { new HttpRequestException(HttpRequestError.NameResolutionError), DeliveryOutcome.Unavailable },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), DeliveryOutcome.Unavailable },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError), DeliveryOutcome.Unavailable },
        { new HttpRequestException(HttpRequestError.ResponseEnded), DeliveryOutcome.TimedOut },
        { new HttpRequestException(HttpRequestError.Unknown), DeliveryOutcome.TimedOut },
        { new TaskCanceledException("", new TimeoutException()), DeliveryOutcome.Unavailable },
        { new TaskCanceledException("", new IOException()), DeliveryOutcome.TimedOut },
        { new OperationCanceledException(), DeliveryOutcome.TimedOut },
        { new IOException(), DeliveryOutcome.TimedOut },
        { new InvalidOperationException(), DeliveryOutcome.Unavailable },
    };

    [Theory]
    [MemberData(nameof(Thrown))]
    public void What_is_thrown_says_whether_the_message_may_arrive(Exception thrown, DeliveryOutcome expected)
    {
        ArgumentNullException.ThrowIfNull(thrown);

        Assert.Equal(new DeliveryAnswer(expected) { Fault = thrown.GetType().Name }, ProviderFaults.AnswerTo(thrown));
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Mon, 05 Jan 2026 11:46:00 GMT", 30)]
    [InlineData("0", null)]
    [InlineData("Mon, 05 Jan 2026 11:45:30 GMT", null)]
    [InlineData("Sun, 04 Jan 2026 11:45:30 GMT", null)]
    public void A_wait_is_seconds_or_a_time_to_come(string header, int? seconds) => Assert.Equal(
        seconds, ProviderFaults.Wait(RetryConditionHeaderValue.Parse(header), Now)?.TotalSeconds);

    [Fact]
    public async Task A_host_that_takes_no_connection_is_told_from_one_that_does_not_answer()
    {
        using var full = NewSocket();
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(1);
        Socket[] waiting = [.. Enumerable.Range(0, 4).Select(_ => NewSocket())];
        foreach (var socket in waiting)
        {
            _ = socket.ConnectAsync(full.LocalEndPoint!).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        using var http = ProviderHttp.New();
        var asking = http.GetAsync(new Uri($"http://{full.LocalEndPoint}/"));
        var thrown = await Record.ExceptionAsync(() => asking.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Equal(DeliveryOutcome.Unavailable, ProviderFaults.AnswerTo(thrown!).Outcome);
        Assert.IsNotType<TimeoutException>(thrown);
        Array.ForEach(waiting, socket => socket.Dispose());
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
}
