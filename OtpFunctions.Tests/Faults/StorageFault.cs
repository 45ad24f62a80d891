using Microsoft.AspNetCore.Http;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>Something that goes wrong between the service and its storage.</summary>
/// <param name="Name">What.</param>
/// <param name="MayCommit">Whether the storage has done it when the fault is met.</param>
/// <param name="Heals">Whether the service makes good one such fault, so that its caller notices nothing.</param>
/// <param name="Methods">Requests that can meet it, or empty: all.</param>
/// <param name="MeetAsync">Answers the request, or does not.</param>
internal sealed record StorageFault(
    string Name, bool MayCommit, bool Heals, string Methods, Func<HttpContext, StorageRelay, Task> MeetAsync)
{
    public override string ToString() => Name;

    /// <summary>Whether a request such as "PUT recipients" can meet it.</summary>
    public bool CanMeet(string request) =>
        Methods.Length == 0 || Methods.Split(' ').Contains(request.Split(' ')[0]);
}
