using OtpFunctions.Core.Addresses;

namespace OtpFunctions.OnlyId;

/// <summary>A checked verify-otp request. A class, so that it cannot print its secrets.</summary>
internal sealed class VerifyOtpRequest
{
    public required Address Recipient { get; init; }

    public required OnlyIdCredentials Credentials { get; init; }

    public required string Code { get; init; }
}
