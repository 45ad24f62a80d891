using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MovedClock _clock = new(Noon.AddMinutes(1));
    private readonly Gate _gate = new();

    [Fact]
    public async Task A_timer_runs_when_the_clock_reaches_its_schedule()
    {
        await using var runner = await StartAsync(typeof(TimerFunctions));

        Assert.Equal(Noon.AddMinutes(5), await _clock.WaitedForAsync());
        _clock.Move(TimeSpan.FromMinutes(4));
        var first = await RanAsync();
        Assert.Equal(Noon.AddMinutes(10), await _clock.WaitedForAsync());
        _clock.Move(TimeSpan.FromMinutes(5));
        var second = await RanAsync();

        Assert.False(first.IsPastDue);
        Assert.Equal(Noon.AddMinutes(10).UtcDateTime, first.ScheduleStatus!.Next);
        Assert.Equal(Noon.AddMinutes(5).UtcDateTime, second.ScheduleStatus!.Last);
        Assert.Equal(Noon.AddMinutes(15).UtcDateTime, second.ScheduleStatus.Next);
    }

    [Fact]
    public async Task A_run_that_comes_after_the_next_was_due_says_so()
    {
        await using var runner = await StartAsync(typeof(TimerFunctions));
        await _clock.WaitedForAsync();

        _clock.Move(TimeSpan.FromMinutes(9));

        Assert.True((await RanAsync()).IsPastDue);
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself_even_when_fired_by_hand()
    {
        await using var runner = await StartAsync(typeof(TimerFunctions));
        await _clock.WaitedForAsync();
        _clock.Move(TimeSpan.FromMinutes(4));
        await _gate.EnteredAsync();

        _clock.Move(TimeSpan.FromMinutes(20));
        await runner.SendAsync("POST", "admin/functions/EveryFiveMinutes");
        _gate.Open();
        await RanAsync();

        Assert.Equal(1, _gate.MostInside);
        Assert.Equal(Noon.AddMinutes(30), await _clock.WaitedForAsync());
    }

    [Fact]
    public async Task RunOnStartup_runs_at_once_and_then_on_the_schedule_of_a_setting()
    {
        await using var runner = await StartAsync(typeof(StartupTimer), "--Purge:Schedule", "00:30:00");

        var first = await RanAsync();
        Assert.Equal(Noon.AddMinutes(31), await _clock.WaitedForAsync());
        _clock.Move(TimeSpan.FromMinutes(30));
        await RanAsync();

        Assert.Null(first.ScheduleStatus);
    }

    [Fact]
    public async Task A_timer_that_throws_is_logged_and_runs_again()
    {
        await using var runner = await StartAsync(typeof(ThrowingTimer));

        Assert.Equal(Noon.AddMinutes(2), await _clock.WaitedForAsync());
        _clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(Noon.AddMinutes(3), await _clock.WaitedForAsync());

        Assert.Equal(["Error: Function Fails failed: System.InvalidTimeZoneException"], runner.Logs.Lines);
    }

    [Fact]
    public async Task A_running_timer_is_told_to_stop_at_shutdown()
    {
        await using var runner = await StartAsync(typeof(TimerFunctions));
        await _clock.WaitedForAsync();
        _clock.Move(TimeSpan.FromMinutes(4));
        await _gate.EnteredAsync();

        await runner.Host.StopAsync();

        Assert.Empty(runner.Logs.Lines);
    }

    private async Task<TimerInfo> RanAsync()
    {
        _gate.Open();
        return (TimerInfo)(await _gate.EnteredAsync())!;
    }

    private Task<Runner> StartAsync(Type type, params string[] args) => Runner.StartAsync(new RunnerSetup
    {
        Types = [type],
        Args = ["--port", "0", .. args],
        Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton(_gate),
    });
}
