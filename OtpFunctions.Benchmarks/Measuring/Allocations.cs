using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OtpFunctions.Benchmarks.Measuring;

/// <summary>What BenchmarkDotNet says of the methods of one class: bytes allocated and time, a line a method.</summary>
internal sealed class Allocations(string name, Type benchmarks) : ICommand
{
    public string Name => name;

    public void Run(Arguments arguments)
    {
        var log = new AccumulationLogger();
        var summary = BenchmarkRunner.Run(benchmarks, Configuration(arguments.Text("folder"), log));
        if (summary.HasCriticalValidationErrors
            || summary.Reports.IsEmpty
            || !summary.Reports.All(report => report.Success))
        {
            throw new InvalidOperationException(log.GetLog());
        }

        foreach (var report in summary.Reports)
        {
            JsonLine.Write(ResultOf(report));
        }
    }

    // In this process: it runs with the settings of the service's runtime, and no second project is built.
    private static ManualConfig Configuration(string folder, ILogger log) => ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(log)
        .WithArtifactsPath(folder)
        .WithOptions(ConfigOptions.DisableLogFile);

    private static AllocationResult ResultOf(BenchmarkReport report) => new(
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw new InvalidOperationException(
            "BenchmarkDotNet did not say how much is allocated."),
        report.ResultStatistics!.Mean / 1e9);
}
