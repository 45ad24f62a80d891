using OtpFunctions.Benchmarks.Captchas;
using OtpFunctions.Benchmarks.Codes;
using OtpFunctions.Benchmarks.Http;
using OtpFunctions.Benchmarks.Load;
using OtpFunctions.Benchmarks.Measuring;
using OtpFunctions.Benchmarks.Purging;

namespace OtpFunctions.Benchmarks;

/// <summary>The .NET side of <c>./dev bench</c>: one command a process, its results as lines of JSON.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        ICommand[] commands =
        [
            new PaintFirst(),
            new PaintForSeconds(),
            new PaintToFiles(),
            new RunLoad(),
            new PurgeTables(),
            new EmptyServer(),
            new Allocations("captcha-allocations", typeof(PainterBenchmarks)),
            new Allocations("code-allocations", typeof(CodeBenchmarks)),
            new Allocations("row-allocations", typeof(RowBenchmarks)),
        ];
        var command = commands.FirstOrDefault(command => command.Name == arguments.FirstOrDefault());
        if (command is null)
        {
            Console.Error.WriteLine($"commands: {string.Join(", ", commands.Select(one => one.Name))}");
            return 2;
        }

        command.Run(new Arguments(arguments.AsSpan(1)));
        return 0;
    }
}
