namespace OtpFunctions.Tests.Fixtures;

/// <summary>The one app most black-box tests share. They make applications and recipients of their own in it.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public FunctionApp App { get; private set; } = null!;

    public HttpClient Http => App.Http;

    public ConsoleCaller Console => new(App.Http, App.ConsoleKey);

    public async Task InitializeAsync() => App = await FunctionApp.StartSharedAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>The collection of the tests that share it.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it so.")]
public sealed class SharedAppCollection : ICollectionFixture<SharedApp>
{
    public const string Name = "The shared app";
}
