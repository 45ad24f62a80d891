using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StandIns.Tests.Surface;

/// <summary>The checker itself: it finds what is planted, and nothing else.</summary>
public sealed class SurfaceCheckerTests
{
    private const string Package =
        """
        T:P.Client
        M:P.Client.#ctor
        M:P.Client.#ctor(System.String)
        M:P.Client.Send(System.String) -> System.Threading.Tasks.Task<P.Answer>
        M:P.Client.Find``1(System.Nullable{System.Int32}) -> System.Collections.Generic.IDictionary<string, T?>
        M:P.Client.ToString -> string
        P:P.Client.Name -> string { get; set; }
        P:P.Client.Size -> int? { get; }
        P:P.Client.Item(System.String) -> object? { get; set; }
        P:P.Client.Parts -> string?[]? { get; }
        F:P.Client.Zero -> P.Client
        T:P.Client.Version
        M:P.Client.Version.#ctor
        F:P.Client.Version.One -> P.Client.Version = 1
        T:P.Answer
        M:P.Answer.#ctor
        T:P.Step
        M:P.Step.#ctor(System.Object,System.IntPtr)
        M:P.Step.Invoke(P.Answer) -> void
        M:P.Step.BeginInvoke(P.Answer,System.AsyncCallback,System.Object) -> System.IAsyncResult
        M:P.Step.EndInvoke(System.IAsyncResult) -> void
        """;

    private const string StandIn =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        namespace P;
        public delegate void Step(Answer answer);
        public class Answer { }
        public class Client : IDisposable
        {
            protected Client() { }
            public Client(string name) => Name = name;
            public static readonly Client Zero = new("");
            public enum Version { One = 1 }
            public virtual Task<Answer> Send(string text) => null;
            public IDictionary<string, T> Find<T>(int? id) => new Dictionary<string, T>();
            public override string ToString() => "";
            public string Name { get; set; }
            public int? Size { get; private set; }
            public object this[string key] { get => key; set { } }
            public string[] Parts => Array.Empty<string>();
            void IDisposable.Dispose() { }
            /* here */
        }
        internal class Hidden { public void More() { } public class Nested { } }
        """;

    [Fact]
    public void What_the_list_has_is_no_offence() => Assert.Empty(Offences(StandIn));

    [Fact]
    public void What_is_left_out_is_no_offence() =>
        Assert.Empty(Offences(StandIn.Replace("public enum Version { One = 1 }", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("internal void More() { }")]
    [InlineData("private protected void More() { }")]
    [InlineData("private class More { public void Deeper() { } }")]
    [InlineData("public override int GetHashCode() => 0;")]
    public void What_is_hidden_or_overridden_is_no_offence(string member) => Assert.Empty(Offences(With(member)));

    [Theory]
    [InlineData("public void More() { }", "M:P.Client.More")]
    [InlineData("protected void More() { }", "M:P.Client.More")]
    [InlineData("protected internal void More() { }", "M:P.Client.More")]
    [InlineData("public static void More() { }", "M:P.Client.More")]
    [InlineData("public Task<Answer> Send(int number) => Send(\"\");", "M:P.Client.Send(System.Int32)")]
    [InlineData("public Client(int size) : this(\"\") { }", "M:P.Client.#ctor(System.Int32)")]
    [InlineData("public int More { get; }", "P:P.Client.More")]
    [InlineData("public int More;", "F:P.Client.More")]
    [InlineData("public event Action More;", "E:P.Client.More")]
    [InlineData("public class More { }", "T:P.Client.More")]
    [InlineData("public int this[int at] => at;", "P:P.Client.Item(System.Int32)")]
    [InlineData("public static bool operator !(Client me) => false;", "M:P.Client.op_LogicalNot(P.Client)")]
    [InlineData("public static implicit operator int(Client c) => 0;", "M:P.Client.op_Implicit(P.Client)~System.Int32")]
    [InlineData("} public class More {", "T:P.More")]
    [InlineData("} public enum Colour { Red } class X {", "T:P.Colour")]
    public void One_member_too_many_is_reported(string member, string id) =>
        Assert.Contains($"{id} is not in the list", Offences(With(member)));

    [Theory]
    [InlineData("Task<Answer>", "Task<Client>", "M:P.Client.Send(System.String)")]
    [InlineData(
        "IDictionary<string, T> Find",
        "Dictionary<string, T> Find",
        "M:P.Client.Find``1(System.Nullable{System.Int32})")]
    [InlineData("string Name", "object Name", "P:P.Client.Name")]
    [InlineData("int? Size", "int Size", "P:P.Client.Size")]
    [InlineData("int? Size", "long? Size", "P:P.Client.Size")]
    [InlineData("string[] Parts => Array.Empty<string>()", "string[,] Parts => null", "P:P.Client.Parts")]
    [InlineData("readonly Client Zero = new(\"\")", "readonly Answer Zero = new()", "F:P.Client.Zero")]
    [InlineData("void Step(", "int Step(", "M:P.Step.Invoke(P.Answer)")]
    public void A_wrong_type_is_reported(string right, string wrong, string id) => Reported(right, wrong, id);

    [Theory]
    [InlineData("int? Size { get; private set; }", "int? Size { get; set; }", "P:P.Client.Size")]
    [InlineData("int? Size { get; private set; }", "int? Size { get; protected set; }", "P:P.Client.Size")]
    [InlineData("int? Size { get; private set; }", "int? Size { get; init; }", "P:P.Client.Size")]
    [InlineData("string Name { get; set; }", "string Name { get; private set; }", "P:P.Client.Name")]
    [InlineData("string Name { get; set; }", "string Name { get; init; }", "P:P.Client.Name")]
    [InlineData("key] { get => key; set { } }", "key] { get => key; }", "P:P.Client.Item(System.String)")]
    public void A_setter_too_many_or_too_few_is_reported(string right, string wrong, string id) =>
        Reported(right, wrong, id);

    [Theory]
    [InlineData("One = 1", "One = 2")]
    [InlineData("One = 1", "One = 12")]
    [InlineData("One = 1", "One = -1")]
    public void Another_value_of_an_enum_is_reported(string right, string wrong) =>
        Reported(right, wrong, "F:P.Client.Version.One");

    [Fact]
    public void A_part_of_a_shape_is_not_the_shape() => Assert.Contains(
        Offences(StandIn, Package.Replace("Version = 1", "Version = 12", StringComparison.Ordinal)),
        offence => offence.StartsWith("F:P.Client.Version.One should be ", StringComparison.Ordinal));

    [Fact]
    public void A_hidden_setter_is_no_offence() =>
        Assert.Empty(Offences(StandIn.Replace("private set", "internal set", StringComparison.Ordinal)));

    [Fact]
    public void Null_in_a_value_type_is_compared() => Assert.Contains(
        Offences(StandIn, Package.Replace("-> int? {", "-> int {", StringComparison.Ordinal)),
        offence => offence.StartsWith("P:P.Client.Size should be ", StringComparison.Ordinal));

    [Fact]
    public void Null_in_a_reference_type_is_not_compared() =>
        Assert.Empty(Offences("#nullable enable\n" + StandIn, Package.Replace("?[]?", "[]", StringComparison.Ordinal)));

    [Fact]
    public void What_is_not_offered_is_named()
    {
        const string More = "M:Official.Thing.More";

        Assert.Contains(More, SurfaceChecker.Lacks(Planted(StandIn), SurfaceList.Parse($"{Package}\n{More} -> void")));
    }

    private static void Reported(string right, string wrong, string id)
    {
        Assert.Contains(right, StandIn, StringComparison.Ordinal);
        Assert.Contains(
            Offences(StandIn.Replace(right, wrong, StringComparison.Ordinal)),
            offence => offence.StartsWith($"{id} should be ", StringComparison.Ordinal));
    }

    private static string With(string member) => StandIn.Replace("/* here */", member, StringComparison.Ordinal);

    private static IReadOnlyList<string> Offences(string source, string list = Package) =>
        SurfaceChecker.Offences(Planted(source), SurfaceList.Parse(list));

    private static PortableExecutableReference Planted(string source)
    {
        var compilation = CSharpCompilation.Create(
            "planted",
            [CSharpSyntaxTree.ParseText(source)],
            SurfaceChecker.PlatformReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));

        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
