namespace OtpFunctions.Tests.Architecture;

/// <summary>The walls stand, and each is seen to fall when something is thrown over it.</summary>
public sealed class WallTests
{
    public static TheoryData<string> Sentences => [.. Walls.All.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_wall_stands(string sentence)
    {
        var breaches = Walls.All[sentence].Breaches(ProductReferences.All).ToList();

        Assert.True(breaches.Count == 0, $"{sentence}:\n{string.Join('\n', breaches)}");
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_breach_of_a_wall_is_reported_wherever_it_binds(string sentence)
    {
        var wall = Walls.All[sentence];
        foreach (var (place, name) in from place in wall.Within from name in wall.Forbidden select (place, name))
        {
            var file = FileIn(place);
            var breach = Assert.Single(wall.Breaches(Planting.Naming(file, name)).Take(1));

            Assert.StartsWith($"{file}:", breach, StringComparison.Ordinal);
            Assert.Contains(name, breach, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_wall_lets_pass_whom_it_does_not_bind(string sentence)
    {
        var wall = Walls.All[sentence];
        foreach (var (place, name) in from place in wall.But from name in wall.Forbidden select (place, name))
        {
            Assert.Empty(wall.Breaches(Planting.Naming(FileIn(place), name)));
        }
    }

    [Fact]
    public void A_name_that_only_begins_alike_is_no_breach()
    {
        var wall = Walls.All["only Storage names tables"];

        Assert.Empty(wall.Breaches(Planting.Naming("OtpFunctions.Core/Codes/Planted.cs", "Azure.Data.TablesOfOurs")));
    }

    [Fact]
    public void Every_folder_of_the_app_but_Composition_has_a_wall()
    {
        var walled = Walls.All.Values.Where(wall => wall.Sentence.Contains(" names no other folder", StringComparison.Ordinal));

        Assert.Equal(Product.AppFolders.Length - 1, walled.Count());
        Assert.Contains("OnlyId", Product.Dialects);
        Assert.DoesNotContain("Http", Product.Dialects);
    }

    private static string FileIn(string place) => place.EndsWith('/') ? place + "Planted.cs" : place;
}
