using System.Diagnostics;
using System.Globalization;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas.Work;

/// <summary>The solver that pages load, run by Node on what the service issues.</summary>
public sealed class WorkSolverTests
{
    [Fact]
    public async Task What_the_pages_solver_finds_is_redeemed() => await SolveAndRedeemAsync(WorkBench.Easy);

    [Fact]
    public async Task So_it_is_at_the_difficulty_that_is_set_by_default() =>
        await SolveAndRedeemAsync(new WorkOptions().Difficulty);

    private static async Task SolveAndRedeemAsync(int difficulty)
    {
        var bench = new WorkBench(difficulty: difficulty);
        var issued = bench.Issue();

        var solution = await NodeAsync(issued);

        Assert.Null(await bench.RedeemAsync(issued.Challenge, solution));
    }

    private static async Task<string> NodeAsync(WorkChallenge issued)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Repository.PathOf("OtpFunctions.Tests/Captchas/Work/solve.js"),
                issued.Challenge,
                issued.Difficulty.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return output;
    }
}
