namespace OtpFunctions.Core.Codes;

/// <summary>What a generated code is made of. Letters that look like digits or like each other are left out.</summary>
public enum CodeAlphabet
{
    /// <summary>0 to 9.</summary>
    Digits,

    /// <summary>Digits and lower-case letters, without 0 1 i l o.</summary>
    DigitsAndLowercase,

    /// <summary>Digits and letters of both cases, without 0 1 I i l O o.</summary>
    DigitsAndLetters,
}
