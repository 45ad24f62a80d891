using System.Security.Cryptography;
using System.Text;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Keys for tests, the same at each run.</summary>
internal static class Keys
{
    public static byte[] Pepper { get; } = Named("pepper");

    public static string RingText(params string[] ids) =>
        string.Join(';', ids.Select(id => $"{id}:{Convert.ToBase64String(Named(id))}"));

    public static IReadOnlyList<CodeKey> Ring(params string[] ids) =>
        CodeKey.TryParseRing(RingText(ids), out var ring) ? ring : throw new ArgumentException("Bad ids", nameof(ids));

    private static byte[] Named(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
