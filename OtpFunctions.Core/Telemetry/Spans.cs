using System.Diagnostics;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Core.Telemetry;

/// <summary>The traces of the service: one span a call, and within it one a request to the tables and one a provider.</summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new(Instruments.Name);

    /// <summary>A call of a function, while somebody listens.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="parent">What it is a part of, or none.</param>
    public static Activity? Call(string function, ActivityContext parent) =>
        Source.HasListeners() ? Source.StartActivity(function, ActivityKind.Server, parent) : null;

    /// <summary>A request to the tables. What no call waits for (the purge, records) has none: there may be thousands.</summary>
    public static Activity? Storage(string operation, string table) => IsWithinCall
        ? Source.StartActivity($"{operation} {table}", ActivityKind.Client)
            ?.SetTag(Tags.Operation, operation).SetTag(Tags.Table, table)
        : null;

    /// <summary>A message at a provider.</summary>
    public static Activity? Delivery(DeliveryChannel channel, DeliveryProvider provider) => IsWithinCall
        ? Source.StartActivity($"deliver {channel}", ActivityKind.Client)
            ?.SetTag(Tags.Channel, channel.ToString()).SetTag(Tags.Provider, provider.ToString())
        : null;

    /// <summary>Says something of the call.</summary>
    public static void Tell<TValue>(string tag, TValue value)
        where TValue : struct, Enum
    {
        if (IsWithinCall)
        {
            Activity.Current!.SetTag(tag, value.ToString());
        }
    }

    /// <summary>Whether this is done for a call that is traced.</summary>
    public static bool IsWithinCall => Source.HasListeners() && Activity.Current?.Source.Name == Instruments.Name;
}
