using Microsoft.Extensions.Options;

namespace OtpFunctions.Composition;

/// <summary>What was read of every section: its options, or what is wrong with them.</summary>
internal sealed class CheckedSettings
{
    private readonly Dictionary<Type, object> _sections = [];

    /// <summary>Checks a section, which is read once.</summary>
    /// <param name="options">As they were bound; null where nothing of the section is set.</param>
    /// <param name="validator">Of the options by themselves.</param>
    /// <param name="rules">Of the options in this environment: what each of them says when it is broken, or null.</param>
    public void Add<T>(T? options, IValidateOptions<T> validator, params ReadOnlySpan<Func<T, string?>> rules)
        where T : class, new()
    {
        var bound = options ?? new T();
        var faults = validator.Validate(null, bound) is { Failed: true, Failures: { } found } ? [.. found] : new List<string>();
        foreach (var rule in rules)
        {
            if (rule(bound) is { } fault)
            {
                faults.Add(fault);
            }
        }

        _sections.Add(
            typeof(T), faults.Count == 0 ? bound : new OptionsValidationException(Options.DefaultName, typeof(T), faults));
    }

    /// <summary>The options of a section.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong with them.</exception>
    public T Get<T>()
        where T : class => _sections[typeof(T)] as T ?? throw (Exception)_sections[typeof(T)];

    /// <summary>Throws what is wrong with all sections together, if anything is.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong with one of them.</exception>
    /// <exception cref="AggregateException">With several: one of those for each.</exception>
    public void ThrowIfWrong()
    {
        OptionsValidationException[] faults = [.. _sections.Values.OfType<OptionsValidationException>()];
        if (faults.Length > 0)
        {
            throw faults.Length == 1 ? faults[0] : new AggregateException(faults);
        }
    }
}
