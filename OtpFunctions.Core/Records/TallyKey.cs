using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Records;

/// <summary>What is counted apart.</summary>
/// <param name="Day">The UTC day the message was sent on.</param>
/// <param name="Dialect">Which API sent it.</param>
/// <param name="Channel">By which channel.</param>
internal readonly record struct TallyKey(DateOnly Day, string Dialect, DeliveryChannel Channel);
