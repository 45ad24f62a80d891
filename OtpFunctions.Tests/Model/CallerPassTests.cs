using OtpFunctions.Core;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Model;

/// <summary>
/// A pass never outlives the rights of its caller, in whatever order the operations of calls and of a change come, and
/// wherever the change stops and is repeated.
/// </summary>
public sealed class CallerPassTests
{
    // Two networks are two reads and two writes beside those of the caller.
    private const int MostSteps = 12;
    private static readonly string[] Networks = [CallerBench.Network, "203.0.113.8"];

    public enum Change
    {
        Rotate,
        Restrict,
        Delete,
    }

    [Theory]
    [InlineData(Change.Rotate, 1, 0, false)]
    [InlineData(Change.Rotate, 1, 0, true)]
    [InlineData(Change.Rotate, 1, 1, false)]
    [InlineData(Change.Rotate, 1, 1, true)]
    [InlineData(Change.Rotate, 2, 1, false)]
    [InlineData(Change.Restrict, 1, 0, false)]
    [InlineData(Change.Restrict, 1, 1, false)]
    [InlineData(Change.Delete, 1, 0, true)]
    [InlineData(Change.Delete, 1, 1, false)]
    public async Task After_a_change_nobody_is_let_in_whatever_the_order_of_what_came_before(
        Change change, int calls, int known, bool isShared)
    {
        var letIn = 0;
        var orders = await Interleavings.PlayAllAsync(async choose =>
        {
            var (rows, scheduler) = (new CallerRows(), new Scheduler());
            var instances = Enumerable.Range(0, 3).Select(_ => rows.NewInstance()).ToArray();
            var token = await NewAsync(instances[2].Bench);
            var other = await NewAsync(instances[2].Bench);
            // An instance that has lost a race for the row reads it each time.
            foreach (var i in isShared ? [0, 2, 0, 2] : Array.Empty<int>())
                Assert.Null(await instances[i].Bench.CallAsync(other));

            foreach (var (bench, _) in instances[..known])
                Assert.Null(await bench.CallAsync(token));

            var callers = new StepwiseCallerStore(rows.Callers, scheduler);
            var calling = instances[..calls]
                .Select(one => rows.BenchOn(callers, new StepwiseStore<CallTimes>(one.Networks, scheduler)))
                .Select(bench => bench.CallAsync(token)).ToArray();
            var changer = rows.BenchOn(callers, new StepwiseStore<CallTimes>(instances[2].Networks, scheduler));
            var changing = ChangeAsync(changer, change, token);
            while (scheduler.HasWaiting)
                await scheduler.TakeAsync(new Turn(choose(scheduler.Waiting)));

            Assert.True(changing.IsCompleted && calling.All(call => call.IsCompleted), "Something waits for no turn.");
            Assert.Null(await changing);
            letIn += (await Task.WhenAll(calling)).Count(failure => failure is null);
            await AssertOutAsync([.. instances.Select(one => one.Bench), rows.NewInstance().Bench], token);
        });

        Assert.InRange(orders, 10, 100_000);
        Assert.InRange(letIn, 1, orders * calls);
    }

    [Theory]
    [InlineData(Change.Rotate)]
    [InlineData(Change.Restrict)]
    [InlineData(Change.Delete)]
    public async Task A_change_that_stopped_anywhere_holds_when_it_has_been_repeated(Change change)
    {
        foreach (var fate in new[] { Fate.FailedBefore, Fate.FailedAfter, Fate.AnswerLost })
        {
            var stopped = 0;
            for (var stop = 0; stop < MostSteps; stop++)
            {
                var (rows, scheduler) = (new CallerRows(), new Scheduler());
                var (instance, networks) = rows.NewInstance();
                var token = await NewAsync(instance);
                foreach (var from in Networks)
                    Assert.Null(await instance.CallAsync(token, from));

                var changer = rows.BenchOn(
                    new StepwiseCallerStore(rows.Callers, scheduler), new StepwiseStore<CallTimes>(networks, scheduler));
                var changing = ChangeAsync(changer, change, token);
                for (var step = 0; scheduler.HasWaiting; step++)
                    await scheduler.TakeAsync(new Turn(0, step == stop ? fate : Fate.Done));

                stopped += await IsDoneAsync(changing) ? 0 : 1;
                await instance.CallAsync(token);
                await ChangeAsync(rows.NewInstance().Bench, change, token);
                await AssertOutAsync([instance, rows.NewInstance().Bench], token);
            }

            Assert.InRange(stopped, fate == Fate.AnswerLost ? 0 : 5, MostSteps - 1);
        }
    }

    private static async Task<string> NewAsync(CallerBench bench) =>
        (await bench.Directory.CreateAsync("Test", [CallerBench.Permission], default)).Token;

    // A second time, because the first may have made a pass.
    private static async Task AssertOutAsync(CallerBench[] benches, string token)
    {
        foreach (var bench in benches.Concat(benches))
        {
            foreach (var network in Networks)
                Assert.NotNull(await bench.CallAsync(token, network));
        }
    }

    private static async Task<Failure?> ChangeAsync(CallerBench bench, Change change, string token)
    {
        var id = token[..32];
        return change switch
        {
            Change.Rotate => (await bench.Directory.RotateTokenAsync(id, default)).Failure,
            Change.Restrict => (await bench.Directory.SetPermissionsAsync(id, ["other"], default)).Failure,
            _ => (await bench.Directory.DeleteAsync(id, default)).Failure,
        };
    }

    private static async Task<bool> IsDoneAsync(Task<Failure?> changing)
    {
        Assert.True(changing.IsCompleted, "It waits for no turn.");
        try
        {
            return await changing is null;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }
}
