namespace OtpFunctions.Tests.Architecture;

/// <summary>That a file names something.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Where, from 1.</param>
/// <param name="Name">A type or namespace in full, without type arguments.</param>
/// <param name="Id">The symbol's documentation-comment id: the member, where one is named.</param>
internal sealed record Reference(string File, int Line, string Name, string? Id)
{
    public override string ToString() => $"{File}:{Line} names {Name}";
}
