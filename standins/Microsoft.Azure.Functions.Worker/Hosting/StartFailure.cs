using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal static class StartFailure
{
    public static void Report(Exception exception, RunnerOptions options)
    {
        foreach (var line in Lines(exception))
            options.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Could not start: {line}"));
        options.SetExitCode(1);
    }

    private static IEnumerable<string> Lines(Exception exception) => exception switch
    {
        StartException start => start.Failures,
        OptionsValidationException options => options.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(Lines),
        IOException { InnerException: AddressInUseException } =>
            [$"{exception.Message.TrimEnd('.')}. Stop what uses it, or choose another port with --port."],
        _ => [$"{exception.GetType().Name}: {exception.Message}"],
    };
}
