using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Composition;

/// <summary>Pictures, codes by SMS and challenges.</summary>
internal static class CaptchaServices
{
    public static IServiceCollection AddCaptchas(this IServiceCollection services) => services
        .AddSingleton(provider => new CaptchaVault(provider.Get<KeyHasher>(), provider.Get<CodeProtector>()))
        .AddSingleton<IPicturePainter>(provider => new PicturePainter(provider.Get<PictureOptions>()))
        .AddSingleton(provider => new PictureService(
            RowsOf(provider, "picture", PictureState.None, StateTables.Pictures(provider.Get<Tables>())),
            provider.Get<CaptchaVault>(),
            new PictureArtist(
                provider.Get<IPicturePainter>(), provider.Get<PictureOptions>(), provider.Get<ILogger<PictureArtist>>())))
        .AddSingleton(provider => new SmsService(
            RowsOf(provider, "sms", SmsState.None, StateTables.SmsCodes(provider.Get<Tables>())),
            provider.Get<CaptchaVault>(),
            provider.Get<CodeIssuer>(),
            provider.Get<CodeVerifier>()))
        .AddSingleton(provider => new WorkService(
            new StateUpdater<UsedWork>(StateTables.Work(provider.Get<Tables>()), provider.Get<TimeProvider>()),
            provider.Get<KeyHasher>(),
            provider.Get<WorkOptions>(),
            provider.Get<TimeProvider>()));

    private static CaptchaRows<TState> RowsOf<TState>(
        IServiceProvider provider, string kind, TState none, IStateStore<TState> store)
        where TState : class, ICaptchaState
    {
        var clock = provider.Get<TimeProvider>();
        return new(
            kind,
            none,
            new StateUpdater<TState>(store, clock),
            new StateUpdater<CaptchaIndex>(StateTables.CaptchaIndex(provider.Get<Tables>()), clock),
            provider.Get<CaptchaVault>());
    }
}
