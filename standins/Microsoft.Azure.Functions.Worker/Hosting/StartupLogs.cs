using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class StartupLogs
{
    private volatile bool _started;

    public void Started() => _started = true;

    public void Configure(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // Where this category is on, ASP.NET Core starts an Activity and a log scope for each request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Each of these logs a failed start with its stack before StartFailure says it in a line.
        logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => _started && level >= LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => _started && level >= LogLevel.Warning);
    }
}
