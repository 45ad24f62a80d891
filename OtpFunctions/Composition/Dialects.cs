using Microsoft.Extensions.DependencyInjection;
using OtpFunctions.Captcha;
using OtpFunctions.Console;
using OtpFunctions.Fresns;
using OtpFunctions.Http;
using OtpFunctions.OnlyId;
using OtpFunctions.Starlight;

namespace OtpFunctions.Composition;

/// <summary>What the dialects bring: how each says no, and what its calls ask first.</summary>
internal static class Dialects
{
    // The console's shape comes last: it is that of every function that no dialect owns.
    public static IServiceCollection AddDialects(this IServiceCollection services) => services
        .AddSingleton<StarlightGate>()
        .AddSingleton<FresnsAccounts>()
        .AddSingleton<FresnsRules>()
        .AddSingleton<FresnsGate>()
        .AddSingleton<PictureCalls>()
        .AddSingleton<SmsCalls>()
        .AddSingleton<WorkCalls>()
        .AddSingleton<IErrorShape, OnlyIdErrors>()
        .AddSingleton<IErrorShape, StarlightErrors>()
        .AddSingleton<IErrorShape, FresnsErrors>()
        .AddSingleton<IErrorShape, CaptchaErrors>()
        .AddSingleton<IErrorShape, ConsoleErrors>();
}
