using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OtpFunctions.Maintenance;

/// <summary>GET /api/health: the process is alive. It asks nobody, so that a storage outage restarts nothing.</summary>
public static class Health
{
    /// <summary>200 with status ok.</summary>
    /// <param name="request">No body.</param>
    [Function("Health")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        HealthResponses.Alive;
}
