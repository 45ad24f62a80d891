using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Composition;

/// <summary>
/// Where metrics and traces go. Section <c>Otp:Telemetry</c>; what else there is to be set are OpenTelemetry's own variables
/// (docs/telemetry.md).
/// </summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>
    /// The base URL of a collector that takes OTLP over HTTP, to which <c>/v1/metrics</c> and <c>/v1/traces</c> are
    /// appended; empty, which is the default, for none. http is allowed: collectors stand beside a service, and nothing
    /// that is sent there is secret.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // A user name or a query would be a credential that is printed with the URL when a request fails.
        if (Endpoint.Length > 0 && Address is not { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
        {
            yield return new ValidationResult(
                "Otp:Telemetry:Endpoint must be empty or an http or https URL without user, query and fragment.");
        }
    }

    internal Uri? Address => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) ? address : null;
}
