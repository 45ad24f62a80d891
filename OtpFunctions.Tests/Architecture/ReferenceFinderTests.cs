namespace OtpFunctions.Tests.Architecture;

/// <summary>However a file names a thing, it is found.</summary>
public sealed class ReferenceFinderTests
{
    private const string Path = "OtpFunctions.Core/Codes/Planted.cs";

    private const string Company = """
        namespace Far
        {
            internal class Thing : Attribute
            {
                public const int Size = 1;
                public void Go() { }
                public static implicit operator int(Thing thing) => Size;
            }

            internal sealed class Fault : Exception;

            internal enum Kind { One }

            internal static class More { public static int Twice(this int number) => number * 2; }
        }

        namespace Near
        {
            internal static class Door
            {
                public static Far.Thing Open() => new();
                public static Task<Far.Thing> OpenAsync() => Task.FromResult(Open());
                public static IEnumerable<Far.Thing> All() => [];
                public static (int Count, Far.Thing Last) Both() => (1, Open());
                public static void Give(Action<Far.Thing> to) => to(Open());
                public static void Put(out Far.Thing thing) => thing = Open();
                public static void Take(Far.Thing? thing = null) { }
            }
        }
        """;

    [Theory]
    [InlineData("public Far.Thing? Field;")]
    [InlineData("public Far.Thing? Property { get; set; }")]
    [InlineData("public event Action<Far.Thing>? Happened { add { } remove { } }")]
    [InlineData("[Far.Thing] public void M() { }")]
    [InlineData("[return: Far.Thing] public int M() => 1;")]
    [InlineData("public void M(List<Far.Thing[]> things) { }")]
    [InlineData("public T? M<T>() where T : Far.Thing => null;")]
    [InlineData("public class Inner : Far.Thing;")]
    [InlineData("public object M() => typeof(Far.Thing);")]
    [InlineData("public object M() => typeof(List<>).MakeGenericType(typeof(Far.Kind));")]
    [InlineData("public string M() => nameof(Far.Thing);")]
    [InlineData("public int M() => Far.Thing.Size;")]
    [InlineData("public bool M(object o) => o is Far.Thing;")]
    [InlineData("public bool M(object o) => o is Far.Kind.One;")]
    [InlineData("public void M() { try { } catch (Far.Fault) { } }")]
    [InlineData("public void M() { (int, Far.Thing?) pair = default; }")]
    [InlineData("/// <summary>See <see cref=\"Far.Thing\"/>.</summary>\npublic void M() { }")]
    [InlineData("public void M() { var thing = Near.Door.Open(); }")]
    [InlineData("public void M() { Near.Door.Open().Go(); }")]
    [InlineData("public void M() { foreach (var thing in Near.Door.All()) { } }")]
    [InlineData("public async Task M() { await Near.Door.OpenAsync(); }")]
    [InlineData("public void M() { var (_, last) = Near.Door.Both(); }")]
    [InlineData("public void M() => Near.Door.Give(_ => { });")]
    [InlineData("public void M() => Near.Door.Put(out var thing);")]
    [InlineData("public void M() => Near.Door.Put(out _);")]
    [InlineData("public void M() => Near.Door.Take(null);")]
    [InlineData("public void M() => Near.Door.Take(new());")]
    [InlineData("public int M() => Near.Door.Open();")]
    [InlineData("public int M() => Near.Door.All().Count();")]
    [InlineData("public int M() => 1.Twice();")]
    [InlineData("public System.Action M() => Near.Door.Open().Go;")]
    public void A_name_is_found_however_it_is_written(string member) => Assert.Contains(
        Planting.Names(Path, $"using Far;\ninternal class Planted\n{{\n{member}\n}}", Company),
        reference => reference.Line > 1 && reference.Name.StartsWith("Far.", StringComparison.Ordinal));

    [Theory]
    [InlineData("using Far;", "Far")]
    [InlineData("using Gate = Near.Door;", "Near.Door")]
    [InlineData("using static Far.More;", "Far.More")]
    public void A_using_names_what_it_opens_though_nothing_uses_it(string directive, string name) => Assert.Contains(
        Planting.Names(Path, directive, Company), reference => reference.Name == name);

    [Fact]
    public void What_is_not_named_is_not_found() => Assert.DoesNotContain(
        Planting.Names(Path, "internal class Planted { public Type M() => typeof(Near.Door); /* Far.Thing */ }", Company),
        reference => reference.Name.StartsWith("Far", StringComparison.Ordinal));
}
