namespace OtpFunctions.Tests.Architecture;

/// <summary>A rule of who may not name what.</summary>
/// <param name="Sentence">The rule.</param>
/// <param name="Within">The folders, each with '/' at its end, and files that it binds.</param>
/// <param name="But">The folders and files among them that it does not bind.</param>
/// <param name="Forbidden">Types or whole namespaces.</param>
internal sealed record Wall(string Sentence, string[] Within, string[] But, string[] Forbidden)
{
    public IEnumerable<string> Breaches(IEnumerable<Reference> references) => references
        .Where(reference => Binds(reference.File) && Forbidden.Any(name => IsIn(reference.Name, name)))
        .Select(reference => reference.ToString())
        .Distinct();

    private static bool IsIn(string name, string whole) =>
        name.StartsWith(whole, StringComparison.Ordinal) && (name.Length == whole.Length || name[whole.Length] == '.');

    private bool Binds(string file) => IsAmong(file, Within) && !IsAmong(file, But);

    private static bool IsAmong(string file, string[] places) => places.Any(
        place => place.EndsWith('/') ? file.StartsWith(place, StringComparison.Ordinal) : file == place);
}
