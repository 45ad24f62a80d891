using System.Globalization;

namespace OtpFunctions.Benchmarks.Measuring;

/// <summary>What follows the name of a command: <c>--name value</c>, any number of times.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];

    public Arguments(ReadOnlySpan<string> arguments)
    {
        for (var at = 0; at + 1 < arguments.Length; at += 2)
        {
            _values[arguments[at].TrimStart('-')] = arguments[at + 1];
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name) => _values.TryGetValue(name, out var value)
        ? value
        : throw new ArgumentException($"--{name} is missing", nameof(name));

    public int Count(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public TimeSpan Seconds(string name) =>
        TimeSpan.FromSeconds(double.Parse(Text(name), CultureInfo.InvariantCulture));
}
