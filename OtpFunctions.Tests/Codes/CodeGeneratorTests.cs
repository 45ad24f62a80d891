using OtpFunctions.Core.Codes;

namespace OtpFunctions.Tests.Codes;

public sealed class CodeGeneratorTests
{
    private const int Codes = 2000;

    [Theory]
    [InlineData(CodeAlphabet.Digits, 10)]
    [InlineData(CodeAlphabet.DigitsAndLowercase, 31)]
    [InlineData(CodeAlphabet.DigitsAndLetters, 55)]
    public void Every_symbol_of_an_alphabet_comes_up_about_as_often_and_no_other(CodeAlphabet alphabet, int symbols)
    {
        var counts = Enumerable.Range(0, Codes)
            .SelectMany(_ => CodeGenerator.Generate(alphabet, 6))
            .CountBy(symbol => symbol)
            .ToList();

        // Eight standard deviations: chance alone never gets there.
        var expected = 6.0 * Codes / symbols;
        var far = 8 * Math.Sqrt(expected);
        Assert.Equal(symbols, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, expected - far, expected + far));
        Assert.All(counts, count => Assert.True(char.IsAsciiLetterOrDigit(count.Key)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void A_code_has_the_length_that_is_asked_for(int length) =>
        Assert.Equal(length, CodeGenerator.Generate(CodeAlphabet.Digits, length).Length);
}
