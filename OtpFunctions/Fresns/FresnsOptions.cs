using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Fresns;

/// <summary>Settings of the Fresns dialect. Section <c>Otp:Fresns</c>.</summary>
public sealed class FresnsOptions
{
    // Documented: one in a minute and five in ten minutes, to one address.
    private static readonly SlidingWindow[] Windows =
        [new(1, TimeSpan.FromMinutes(1)), new(5, TimeSpan.FromMinutes(10))];

    /// <summary>The wrong try that kills a code, 1 to 20; 5 unless set. The original has no limit.</summary>
    [Range(1, 20)]
    public int MaxFailures { get; set; } = 5;

    /// <summary>
    /// Calls a minute from one network address, 1 to 1,000; 20 unless set. The answers tell whether an address has an
    /// account: this is what they cost.
    /// </summary>
    [Range(1, 1000)]
    public int CallsPerMinute { get; set; } = 20;

    /// <summary>E-mail domains that get no code (34110), with their subdomains, separated by commas.</summary>
    public string RefusedEmailDomains { get; set; } =
        "mailinator.com,guerrillamail.com,10minutemail.com,temp-mail.org,yopmail.com,trashmail.com";

    internal SlidingWindow CallWindow() => new(CallsPerMinute, TimeSpan.FromMinutes(1));

    internal CodePolicy PolicyFor(DeliveryChannel channel) => new()
    {
        Lifetime = channel == DeliveryChannel.Email ? TimeSpan.FromMinutes(5) : TimeSpan.FromMinutes(10),
        MaxFailures = MaxFailures,
        Windows = Windows,
    };

    internal bool Refuses(EmailAddress email)
    {
        var domain = email.Delivery[(email.Delivery.LastIndexOf('@') + 1)..];
        foreach (var refused in RefusedEmailDomains.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (domain.Equals(refused, StringComparison.OrdinalIgnoreCase)
                || domain.EndsWith($".{refused}", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
