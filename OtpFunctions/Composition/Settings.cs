using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
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
    public static IServiceCollection AddSettings(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<SecretOptions>, SecretOptionsValidator>();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryOptionsValidator>();
        services.AddSingleton<IValidateOptions<MessageOptions>, MessageOptionsValidator>();
        services.AddSingleton<IValidateOptions<RecipientLimits>, RecipientLimitsValidator>();
        services.AddSingleton<IValidateOptions<DestinationOptions>, DestinationOptionsValidator>();
        services.AddSingleton<IValidateOptions<WorkOptions>, WorkOptionsValidator>();
        services.AddSingleton<IValidateOptions<ClientOptions>, ClientOptionsValidator>();
        services.AddSingleton<IValidateOptions<OnlyIdOptions>, OnlyIdOptionsValidator>();
        services.AddSingleton<IValidateOptions<StarlightOptions>, StarlightOptionsValidator>();
        services.AddSingleton<IValidateOptions<FresnsOptions>, FresnsOptionsValidator>();
        services.AddSingleton<IValidateOptions<CaptchaOptions>, CaptchaOptionsValidator>();
        services.AddSingleton<IValidateOptions<PictureOptions>, PictureOptionsValidator>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();

        services.AddOptions<StorageOptions>().BindConfiguration("Otp:Storage").ValidateOnStart();
        services.AddOptions<SecretOptions>().BindConfiguration("Otp:Secrets").ValidateOnStart();
        services.AddOptions<MessageOptions>().BindConfiguration("Otp:Messages").ValidateOnStart()
            .Configure<IConfiguration>(AddTemplates);
        services.AddOptions<RecipientLimits>().BindConfiguration("Otp:Limits").ValidateOnStart();
        services.AddOptions<DestinationOptions>().BindConfiguration("Otp:Destinations").ValidateOnStart();
        services.AddOptions<WorkOptions>().BindConfiguration("Otp:Captcha:Work").ValidateOnStart();
        services.AddOptions<ClientOptions>().BindConfiguration("Otp:Client").ValidateOnStart();
        services.AddOptions<OnlyIdOptions>().BindConfiguration("Otp:OnlyId").ValidateOnStart();
        services.AddOptions<StarlightOptions>().BindConfiguration("Otp:Starlight").ValidateOnStart();
        services.AddOptions<FresnsOptions>().BindConfiguration("Otp:Fresns").ValidateOnStart();
        services.AddOptions<CaptchaOptions>().BindConfiguration("Otp:Captcha").ValidateOnStart();
        services.AddOptions<PictureOptions>().BindConfiguration("Otp:Captcha:Picture").ValidateOnStart();
        services.AddOptions<TelemetryOptions>().BindConfiguration("Otp:Telemetry").ValidateOnStart();
        services.AddOptions<DeliveryOptions>().BindConfiguration("Otp:Delivery").ValidateOnStart()
            .Validate(
                options => environment.IsDevelopment() || !options.TakesOutbox,
                "Otp:Delivery: the Outbox delivers nothing and shows codes; it runs in Development only "
                + "(AZURE_FUNCTIONS_ENVIRONMENT).")
            .Validate(
                options => options.IsPrivate(allowsLoopback: environment.IsDevelopment()),
                "Otp:Delivery: the addresses of providers must be https; http on a loopback address in Development only "
                + "(AZURE_FUNCTIONS_ENVIRONMENT).");
        services.AddOptions<DirectoryOptions>().BindConfiguration("Otp:Directory").ValidateOnStart()
            .Validate(
                options => options.IsPrivate(allowsLoopback: environment.IsDevelopment()),
                "Otp:Directory:Url must be https; http on a loopback address in Development only "
                + "(AZURE_FUNCTIONS_ENVIRONMENT).");

        return services
            .AddValue<StorageOptions>()
            .AddValue<SecretOptions>()
            .AddValue<DeliveryOptions>()
            .AddValue<DirectoryOptions>()
            .AddValue<MessageOptions>()
            .AddValue<RecipientLimits>()
            .AddValue<DestinationOptions>()
            .AddValue<WorkOptions>()
            .AddValue<ClientOptions>()
            .AddValue<OnlyIdOptions>()
            .AddValue<StarlightOptions>()
            .AddValue<FresnsOptions>()
            .AddValue<CaptchaOptions>()
            .AddValue<PictureOptions>()
            .AddValue<TelemetryOptions>();
    }

    // By their whole paths, so that a misspelled or misplaced one is named too: a binder passes it over.
    private static void AddTemplates(MessageOptions options, IConfiguration configuration)
    {
        foreach (var (path, text) in configuration.GetSection("Otp:Messages:Templates").AsEnumerable(makePathsRelative: true))
        {
            if (text is not null)
            {
                options.Templates[path] = text;
            }
        }
    }

    private static IServiceCollection AddValue<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
}
