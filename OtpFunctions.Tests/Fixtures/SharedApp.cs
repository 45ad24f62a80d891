using System.Collections.Concurrent;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>The one app most black-box tests share. They make applications and recipients of their own in it.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    /// <summary>How each shared app of this run ended; null is well. Http/SharedAppEndingTests reads it.</summary>
    public static ConcurrentQueue<Exception?> Endings { get; } = new();

    public FunctionApp App { get; private set; } = null!;

    public HttpClient Http => App.Http;

    public ConsoleCaller Console => new(App.Http, App.ConsoleKey);

    /// <summary>The console's calls about something else than applications: <c>users</c>, <c>callers</c>.</summary>
    public ConsoleCaller ConsoleOf(string list) => new(App.Http, App.ConsoleKey, $"api/console/{list}");

    public async Task InitializeAsync() => App = await FunctionApp.StartSharedAsync();

    /// <summary>Ends the app, and fails if that is not clean or the app printed a secret.</summary>
    public async Task DisposeAsync()
    {
        var ending = await Record.ExceptionAsync(async () => await App.DisposeAsync());
        Endings.Enqueue(ending);
        if (ending is not null)
            throw ending;
    }
}

/// <summary>The collection of the tests that share it.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it so.")]
public sealed class SharedAppCollection : ICollectionFixture<SharedApp>
{
    public const string Name = "The shared app";
}
