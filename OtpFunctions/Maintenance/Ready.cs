using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Maintenance;

/// <summary>GET /api/health/ready: the storage answers, so that codes can be sent and verified.</summary>
/// <param name="storage">Is asked.</param>
/// <param name="logger">Says what failed.</param>
public sealed partial class Ready(StorageProbe storage, ILogger<Ready> logger)
{
    /// <summary>200, or 503 when the storage does not answer.</summary>
    /// <param name="request">No body.</param>
    [Function("HealthReady")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            await storage.AskAsync(request.HttpContext.RequestAborted);
            return HealthResponses.Ok;
        }
        catch (StorageUnavailableException fault)
        {
            LogNotReady(fault.Message);
            return HealthResponses.StorageUnavailable;
        }
    }

    [LoggerMessage(21, LogLevel.Error, "Not ready: {Fault}")]
    private partial void LogNotReady(string fault);
}
