using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

/// <summary>What options say is wrong with them.</summary>
internal static class OptionFaults
{
    public static List<string> Of(MessageOptions options) =>
        [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage ?? "")];
}
