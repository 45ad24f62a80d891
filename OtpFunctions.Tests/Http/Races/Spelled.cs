using System.Security.Cryptography;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>One recipient nobody else has, in some of its spellings: one for limits, however each dialect names it.</summary>
/// <param name="Spellings">As callers write it, the plainest first.</param>
/// <param name="Deliveries">The addresses that messages to them go to.</param>
internal sealed record Spelled(IReadOnlyList<string> Spellings, IReadOnlyList<string> Deliveries)
{
    public string Plain => Spellings[0];

    public string this[int number] => Spellings[number % Spellings.Count];

    /// <summary>A phone has one address.</summary>
    public static Spelled Mobile()
    {
        var mobile = Recipients.Mobile();
        var international = $"+86{mobile}";
        return new([mobile, international, $"+86 {mobile[..3]} {mobile[3..7]} {mobile[7..]}"], [international]);
    }

    /// <summary>A mailbox of Gmail; each spelling but that of the domain is an address of its own.</summary>
    public static Spelled Mailbox()
    {
        var name = "u" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        string[] locals = [name, name.ToUpperInvariant(), $"{name[..3]}.{name[3..]}", $"{name}+race", $"{name[..5]}.{name[5..]}+Race"];
        return new(
            [.. locals.Select(local => $"{local}@gmail.com"), $"{name}@GMail.com", $"{name}@googlemail.com"],
            [.. locals.Select(local => $"{local}@gmail.com"), $"{name}@googlemail.com"]);
    }
}
