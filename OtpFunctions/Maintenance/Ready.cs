using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Maintenance;

/// <summary>
/// GET /api/health/ready: the storage answers, so that codes can be verified; and which providers codes are sent by. Their
/// settings were checked at start, and what a provider answered to this instance is known without asking it.
/// </summary>
/// <param name="storage">Is asked.</param>
/// <param name="providers">Are not.</param>
/// <param name="logger">Says what failed.</param>
public sealed partial class Ready(StorageProbe storage, DeliveryProviders providers, ILogger<Ready> logger)
{
    /// <summary>200 with status ok, or degraded while a provider is paused; 503 when the storage does not answer.</summary>
    /// <param name="request">No body.</param>
    [Function("HealthReady")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            await storage.AskAsync(request.HttpContext.RequestAborted);
            return HealthResponses.Ready(providers);
        }
        catch (StorageUnavailableException fault)
        {
            LogNotReady(fault.Message);
            return HealthResponses.StorageUnavailable(providers);
        }
    }

    [LoggerMessage(21, LogLevel.Error, "Not ready: {Fault}")]
    private partial void LogNotReady(string fault);
}
