using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Model;

/// <summary>Places as the product reads them.</summary>
internal static class Addresses
{
    private static readonly Dictionary<Place, Address> Read = Place.All.ToDictionary(
        place => place, place => Address.TryParse(place.Text, out var address) ? address : throw new ArgumentException(place.Text));

    public static Address Of(Place place) => Read[place];
}
