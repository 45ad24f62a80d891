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

// Generated from the attributes of the options: no reflection at start. Kept in one file because they have no bodies.
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;

[OptionsValidator]
internal sealed partial class SecretOptionsValidator : IValidateOptions<SecretOptions>;

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;

[OptionsValidator]
internal sealed partial class DirectoryOptionsValidator : IValidateOptions<DirectoryOptions>;

[OptionsValidator]
internal sealed partial class MessageOptionsValidator : IValidateOptions<MessageOptions>;

[OptionsValidator]
internal sealed partial class RecipientLimitsValidator : IValidateOptions<RecipientLimits>;

[OptionsValidator]
internal sealed partial class DestinationOptionsValidator : IValidateOptions<DestinationOptions>;

[OptionsValidator]
internal sealed partial class WorkOptionsValidator : IValidateOptions<WorkOptions>;

[OptionsValidator]
internal sealed partial class ClientOptionsValidator : IValidateOptions<ClientOptions>;

[OptionsValidator]
internal sealed partial class OnlyIdOptionsValidator : IValidateOptions<OnlyIdOptions>;

[OptionsValidator]
internal sealed partial class StarlightOptionsValidator : IValidateOptions<StarlightOptions>;

[OptionsValidator]
internal sealed partial class FresnsOptionsValidator : IValidateOptions<FresnsOptions>;

[OptionsValidator]
internal sealed partial class CaptchaOptionsValidator : IValidateOptions<CaptchaOptions>;

[OptionsValidator]
internal sealed partial class PictureOptionsValidator : IValidateOptions<PictureOptions>;

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
