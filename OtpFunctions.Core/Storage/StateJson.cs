using System.Text.Json.Serialization;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Core.Storage;

/// <summary>How states lie in their rows: UTF-8 JSON, written without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RecipientState))]
[JsonSerializable(typeof(CallTimes))]
[JsonSerializable(typeof(BudgetState))]
[JsonSerializable(typeof(PictureState))]
[JsonSerializable(typeof(SmsState))]
[JsonSerializable(typeof(CaptchaIndex))]
[JsonSerializable(typeof(UsedWork))]
internal sealed partial class StateJson : JsonSerializerContext;
