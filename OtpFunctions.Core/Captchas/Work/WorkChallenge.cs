namespace OtpFunctions.Core.Captchas.Work;

/// <summary>What a device is to solve: a solution for which SHA-256 of "Challenge.solution" begins with enough zero bits.</summary>
/// <param name="Challenge">75 characters of base64url; says all the service needs to know, signed.</param>
/// <param name="Difficulty">How many leading zero bits are needed.</param>
/// <param name="ExpiresAt">From when on it is not redeemed any more.</param>
public sealed record WorkChallenge(string Challenge, int Difficulty, DateTimeOffset ExpiresAt);
