using System.Security.Cryptography;
using OtpFunctions.Core.Captchas;

namespace OtpFunctions.Benchmarks.Captchas;

/// <summary>What a painter is given for one picture: a text and a seed, as the service makes them.</summary>
internal readonly record struct Puzzle(string Text, byte[] Seed)
{
    private const int SeedBytes = 32;

    public static Puzzle Fresh(PictureOptions options) => new(
        RandomNumberGenerator.GetString(options.Alphabet, options.Length),
        RandomNumberGenerator.GetBytes(SeedBytes));
}
