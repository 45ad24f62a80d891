using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.OnlyId;

/// <summary>A checked send-otp request. A class, so that it cannot print its secrets.</summary>
internal sealed class SendOtpRequest
{
    public required string RecipientAsSent { get; init; }

    public required Address Recipient { get; init; }

    public required OnlyIdCredentials Credentials { get; init; }

    public string? Code { get; init; }

    public int? ExpireMin { get; init; }

    public int? MaxFailCount { get; init; }

    public bool? Reuse { get; init; }

    /// <summary>Request before application before default, as the document ranks them.</summary>
    public CodePolicy PolicyFor(Application application) => new()
    {
        Alphabet = application.Otp.Alphabet,
        Length = application.Otp.Length,
        Lifetime = TimeSpan.FromMinutes(ExpireMin ?? application.Otp.ExpireMinutes),
        MaxFailures = MaxFailCount ?? application.Otp.MaxFailures,
        Reuse = Reuse ?? application.Otp.Reuse ? Core.Codes.Reuse.WhileValid : Core.Codes.Reuse.None,
    };
}
