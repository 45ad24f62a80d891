using System.Net;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// The users of a system elsewhere (docs/console.md, "Users elsewhere"). 200 is a user, 404 none; anything else, or
/// nothing in time, is asked once more and then a <see cref="StorageUnavailableException"/>.
/// </summary>
internal sealed class HttpUserDirectory(
    HttpClient http, DirectoryRequests requests, TimeSpan timeout, TimeProvider clock) : IUserDirectory
{
    private const int Tries = 2;
    private const int MostBytes = 16 * 1024;

    /// <summary>One for the life of the process: the host's name is looked up again every two minutes.</summary>
    public static HttpUserDirectory New(DirectoryOptions options, TimeProvider clock) => new(
        NewClient(),
        new DirectoryRequests(options.Url!, options.ReadKey()!, clock),
        TimeSpan.FromSeconds(options.TimeoutSeconds),
        clock);

    public async Task<User?> FindByNameAsync(string name, CancellationToken cancellation) =>
        UserName.TryParse(name, out var known)
            ? await AskAsync(() => requests.ForName(known), user => user.Name == known, cancellation)
            : null;

    public Task<User?> FindByAddressAsync(Address address, CancellationToken cancellation) => AskAsync(
        () => requests.ForAddress(address),
        user => user.Addresses.Any(own => UserKeys.AreSame(own, address)),
        cancellation);

    private async Task<User?> AskAsync(
        Func<HttpRequestMessage> question, Func<User, bool> isAskedFor, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                using var request = question();
                return await AskOnceAsync(request, isAskedFor, cancellation);
            }
            catch (StorageUnavailableException) when (left > 1)
            {
                // Once more: most faults of a network are over at once.
            }
        }
    }

    private async Task<User?> AskOnceAsync(
        HttpRequestMessage request, Func<User, bool> isAskedFor, CancellationToken cancellation)
    {
        using var timeUp = new CancellationTokenSource(timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);
        try
        {
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            await response.Content.LoadIntoBufferAsync(MostBytes, stop.Token);
            var body = await response.Content.ReadAsByteArrayAsync(stop.Token);
            return response.StatusCode == HttpStatusCode.OK
                && DirectoryAnswer.TryRead(body, out var user)
                && isAskedFor(user)
                ? user
                : throw new StorageUnavailableException(
                    $"The user directory answered {(int)response.StatusCode}, not as agreed.");
        }
        catch (Exception exception) when (
            exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new StorageUnavailableException($"The user directory did not answer: {exception.GetType().Name}.");
        }
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
