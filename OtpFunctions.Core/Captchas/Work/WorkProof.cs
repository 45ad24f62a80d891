using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Core.Captchas.Work;

/// <summary>Whether the work was done: one SHA-256, however hard it was to find.</summary>
internal static class WorkProof
{
    private const int LongestSolution = 32;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether this is the shape of a solution: 1 to 32 of 0-9 and a-z.</summary>
    public static bool IsSolution(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestSolution && !text.ContainsAnyExcept(Alphabet);

    /// <summary>How many zero bits SHA-256 of "challenge.solution" begins with; 32 or more count as 32.</summary>
    /// <param name="challenge">ASCII.</param>
    /// <param name="solution">ASCII.</param>
    public static int LeadingZeroBits(string challenge, string solution)
    {
        var length = challenge.Length + 1 + solution.Length;
        Span<byte> input = stackalloc byte[WorkService.ChallengeLength + 1 + LongestSolution];
        Encoding.ASCII.GetBytes(challenge, input);
        input[challenge.Length] = (byte)'.';
        Encoding.ASCII.GetBytes(solution, input[(challenge.Length + 1)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input[..length], hash);
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash));
    }
}
