using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Captcha;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Fresns;
using OtpFunctions.Http;
using OtpFunctions.OnlyId;
using OtpFunctions.Starlight;

namespace OtpFunctions.Composition;

/// <summary>Every section of settings: bound, checked before the first request, and named when it is wrong.</summary>
internal static class Settings
{
    /// <summary>
    /// Reads them aside, while the host is put together: the start waits for the last of them, and ends where one is wrong
    /// (docs/decisions/0018).
    /// </summary>
    /// <param name="services">Each section's options become one.</param>
    /// <param name="configuration">Has them.</param>
    /// <param name="environment">Development, or one where more is refused.</param>
    public static IServiceCollection AddSettings(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new Lazy<CheckedSettings>(() => Read(configuration, environment.IsDevelopment()));
        // Whoever asks first meanwhile waits for it, and is told what it throws.
        _ = Task.Run(() => settings.Value, CancellationToken.None);
        return services
            .AddHostedService(_ => new SettingsCheck(settings))
            .AddValue<StorageOptions>(settings)
            .AddValue<SecretOptions>(settings)
            .AddValue<DeliveryOptions>(settings)
            .AddValue<DirectoryOptions>(settings)
            .AddValue<MessageOptions>(settings)
            .AddValue<RecipientLimits>(settings)
            .AddValue<DestinationOptions>(settings)
            .AddValue<WorkOptions>(settings)
            .AddValue<ClientOptions>(settings)
            .AddValue<OnlyIdOptions>(settings)
            .AddValue<StarlightOptions>(settings)
            .AddValue<FresnsOptions>(settings)
            .AddValue<CaptchaOptions>(settings)
            .AddValue<PictureOptions>(settings)
            .AddValue<TelemetryOptions>(settings);
    }

    private static CheckedSettings Read(IConfiguration all, bool isDevelopment)
    {
        var settings = new CheckedSettings();
        settings.Add(all.GetSection("Otp:Storage").Get<StorageOptions>(), new StorageOptionsValidator());
        settings.Add(all.GetSection("Otp:Secrets").Get<SecretOptions>(), new SecretOptionsValidator());
        settings.Add(WithTemplates(all.GetSection("Otp:Messages").Get<MessageOptions>(), all), new MessageOptionsValidator());
        settings.Add(all.GetSection("Otp:Limits").Get<RecipientLimits>(), new RecipientLimitsValidator());
        settings.Add(all.GetSection("Otp:Destinations").Get<DestinationOptions>(), new DestinationOptionsValidator());
        settings.Add(all.GetSection("Otp:Captcha:Work").Get<WorkOptions>(), new WorkOptionsValidator());
        settings.Add(all.GetSection("Otp:Client").Get<ClientOptions>(), new ClientOptionsValidator());
        settings.Add(all.GetSection("Otp:OnlyId").Get<OnlyIdOptions>(), new OnlyIdOptionsValidator());
        settings.Add(all.GetSection("Otp:Starlight").Get<StarlightOptions>(), new StarlightOptionsValidator());
        settings.Add(all.GetSection("Otp:Fresns").Get<FresnsOptions>(), new FresnsOptionsValidator());
        settings.Add(all.GetSection("Otp:Captcha").Get<CaptchaOptions>(), new CaptchaOptionsValidator());
        settings.Add(all.GetSection("Otp:Captcha:Picture").Get<PictureOptions>(), new PictureOptionsValidator());
        settings.Add(all.GetSection("Otp:Telemetry").Get<TelemetryOptions>(), new TelemetryOptionsValidator());
        settings.Add(
            all.GetSection("Otp:Delivery").Get<DeliveryOptions>(),
            new DeliveryOptionsValidator(),
            options => isDevelopment || !options.TakesOutbox
                ? null
                : "Otp:Delivery: the Outbox delivers nothing and shows codes; it runs in Development only "
                    + "(AZURE_FUNCTIONS_ENVIRONMENT).",
            options => options.IsPrivate(allowsLoopback: isDevelopment)
                ? null
                : "Otp:Delivery: the addresses of providers must be https; http on a loopback address in Development only "
                    + "(AZURE_FUNCTIONS_ENVIRONMENT).");
        settings.Add(
            all.GetSection("Otp:Directory").Get<DirectoryOptions>(),
            new DirectoryOptionsValidator(),
            options => options.IsPrivate(allowsLoopback: isDevelopment)
                ? null
                : "Otp:Directory:Url must be https; http on a loopback address in Development only "
                    + "(AZURE_FUNCTIONS_ENVIRONMENT).");
        return settings;
    }

    // By their whole paths, so that a misspelled or misplaced one is named too: a binder passes it over.
    private static MessageOptions WithTemplates(MessageOptions? bound, IConfiguration all)
    {
        var options = bound ?? new MessageOptions();
        foreach (var (path, text) in all.GetSection("Otp:Messages:Templates").AsEnumerable(makePathsRelative: true))
        {
            if (text is not null)
            {
                options.Templates[path] = text;
            }
        }

        return options;
    }

    private static IServiceCollection AddValue<T>(this IServiceCollection services, Lazy<CheckedSettings> settings)
        where T : class => services.AddSingleton(_ => settings.Value.Get<T>());
}
