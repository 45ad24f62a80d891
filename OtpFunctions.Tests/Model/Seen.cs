using OtpFunctions.Core;

namespace OtpFunctions.Tests.Model;

/// <summary>What is known of how a send was decided.</summary>
internal abstract record Seen
{
    /// <summary>A message was handed over; where the call succeeded its answer named these times.</summary>
    internal sealed record Sent(string Code, long? Born, long? Expires) : Seen;

    /// <summary>A code was answered that stood already.</summary>
    internal sealed record Repeated(string Code, long Born, long Expires) : Seen;

    /// <summary>The answer was no.</summary>
    internal sealed record Refused(Failure Why) : Seen;

    /// <summary>The caller never learned.</summary>
    internal sealed record Nothing : Seen;
}
