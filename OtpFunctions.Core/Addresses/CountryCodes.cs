using System.Collections.Frozen;

namespace OtpFunctions.Core.Addresses;

/// <summary>
/// The assigned country codes: ITU-T, "List of Recommendation E.164 assigned country codes", annex to Operational
/// Bulletin 1114 (2016), with 970, which the list reserves for Palestine and which is in service. Codes that are spare
/// or reserved are left out. No code begins another.
/// </summary>
internal static class CountryCodes
{
    internal const string MainlandChina = "86";
    internal const string NorthAmerica = "1";

    private const int MaxLength = 3;

    // 388 is a group of countries, 8xx and 9xx on the last line are worldwide services and networks.
    private const string AllAssigned =
        """
        1 7
        20 27 211 212 213 216 218
        220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239
        240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 258
        260 261 262 263 264 265 266 267 268 269 290 291 297 298 299
        30 31 32 33 34 36 39 350 351 352 353 354 355 356 357 358 359
        370 371 372 373 374 375 376 377 378 379 380 381 382 383 385 386 387 388 389
        40 41 43 44 45 46 47 48 49 420 421 423
        51 52 53 54 55 56 57 58 500 501 502 503 504 505 506 507 508 509
        590 591 592 593 594 595 596 597 598 599
        60 61 62 63 64 65 66 670 672 673 674 675 676 677 678 679
        680 681 682 683 685 686 687 688 689 690 691 692
        81 82 84 86 850 852 853 855 856 880 886
        90 91 92 93 94 95 98 960 961 962 963 964 965 966 967 968
        970 971 972 973 974 975 976 977 992 993 994 995 996 998
        800 808 870 878 881 882 883 888 979 991
        """;

    // Numbers there may begin with a zero of their own (libphonenumber's patterns of mobile and fixed numbers), or, on
    // the last line and for 1, are never dialled with a trunk zero.
    private const string AllWithoutTrunkZero =
        """
        39 378 379 225 226 229 241 242 992
        1 388 800 808 870 878 881 882 883 888 979 991
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Assigned = ToLookup(AllAssigned);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithoutTrunkZero =
        ToLookup(AllWithoutTrunkZero);

    internal static bool IsAssigned(ReadOnlySpan<char> code) => Assigned.Contains(code);

    internal static bool HasTrunkZero(ReadOnlySpan<char> code) => !WithoutTrunkZero.Contains(code);

    /// <summary>How many of the first digits are a country code; 0 when they are none.</summary>
    internal static int LengthIn(ReadOnlySpan<char> digits)
    {
        for (var length = 1; length <= Math.Min(MaxLength, digits.Length); length++)
        {
            if (IsAssigned(digits[..length]))
                return length;
        }

        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ToLookup(string codes) =>
        codes.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
