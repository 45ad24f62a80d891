using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>The app that is called with anything: its own process and tables, keys asked for, callers told by a header.</summary>
internal static class FuzzApp
{
    public const string AddressHeader = "CLIENT-IP";

    public static async Task<FunctionApp> StartAsync() => await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
    [
        .. AppSettings.ManyCalls,
        (AppSettings.HostKey, AppSettings.FreshKey()),
        ("Otp__Client__AddressHeader", AddressHeader),
    ]));
}
