namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>Capitals without serifs, of straight strokes and wide bowls. Format: <see cref="Skeleton"/>.</summary>
internal static class PlainStyle
{
    public static string? Find(char symbol) => symbol switch
    {
        '2' => "M4 26 Q4 0 32 0 Q58 0 58 26 Q58 44 36 66 L2 100 L62 100",
        '3' => "M4 16 Q12 0 30 0 Q56 0 56 24 Q56 48 24 48 Q62 48 62 74 Q62 100 32 100 Q8 100 0 82",
        '6' => "M54 6 Q34 -4 16 22 Q2 44 2 68 Q2 100 30 100 Q60 100 60 72 Q60 44 32 44 Q8 44 2 68",
        '8' => "M32 47 Q6 44 6 23 Q6 0 32 0 Q58 0 58 23 Q58 44 32 47 Q2 52 2 76 Q2 100 32 100 Q62 100 62 76 Q62 52 32 47",
        '9' => "M8 94 Q28 104 46 78 Q60 56 60 32 Q60 0 32 0 Q2 0 2 28 Q2 56 30 56 Q54 56 60 32",
        'A' => "M0 100 L36 0 L72 100 M13 64 L59 64",
        'C' => "M60 20 Q50 0 32 0 Q0 0 0 50 Q0 100 32 100 Q50 100 62 84",
        'E' => "M56 0 L0 0 L0 100 L58 100 M0 48 L48 48",
        'H' => "M0 0 L0 100 M66 0 L66 100 M0 46 L66 46",
        'K' => "M0 0 L0 100 M66 0 L0 54 L70 100",
        'M' => "M0 100 L4 0 L44 62 L84 0 L88 100",
        'N' => "M0 100 L0 0 L56 100 L56 0",
        'R' => "M0 100 L0 0 L30 0 Q56 0 56 24 Q56 48 30 48 L0 48 M20 48 L68 100",
        'T' => "M0 0 L76 0 M38 0 L38 100",
        'U' => "M0 0 L0 64 Q0 100 31 100 Q62 100 62 64 L62 0",
        'X' => "M0 0 L88 100 M88 0 L0 100",
        _ => null,
    };
}
