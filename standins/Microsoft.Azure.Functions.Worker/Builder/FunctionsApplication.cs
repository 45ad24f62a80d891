using Microsoft.Azure.Functions.Worker.Settings;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(args, new RunnerOptions());

    internal static FunctionsApplicationBuilder CreateBuilder(string[] args, RunnerOptions options) =>
        new(args, options);
}
