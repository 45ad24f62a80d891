using OtpFunctions.Composition;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Directory;

public sealed class DirectoryOptionsTests
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Unless_set_users_are_in_the_tables()
    {
        var options = new DirectoryOptions();

        Assert.True(IsValid(options));
        Assert.Equal((DirectoryKind.Tables, 3), (options.Kind, options.TimeoutSeconds));
    }

    [Theory]
    [InlineData("https://users.example.com/find", true)]
    [InlineData("https://users.example.com/find?tenant=7", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData(null, false)]
    [InlineData("/find", false)]
    [InlineData("ftp://users.example.com/", false)]
    [InlineData("https://user:word@users.example.com/", false)]
    [InlineData("https://users.example.com/#part", false)]
    public void An_external_directory_has_an_address(string? url, bool isValid) =>
        Assert.Equal(isValid, IsValid(Http(url)));

    [Theory]
    [InlineData("", false)]
    [InlineData("not base64", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", false)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==", false)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", true)]
    public void An_external_directory_has_a_key_of_32_random_bytes(string key, bool isValid) =>
        Assert.Equal(isValid, IsValid(Http("https://users.example.com/", key)));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_try_takes_1_to_10_seconds(int seconds, bool isValid) =>
        Assert.Equal(isValid, IsValid(new DirectoryOptions { TimeoutSeconds = seconds }));

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public void A_kind_is_one_of_the_two(int? kind) =>
        Assert.False(IsValid(new DirectoryOptions { Kind = (DirectoryKind?)kind }));

    [Theory]
    [InlineData("https://users.example.com/", false, true)]
    [InlineData("http://users.example.com/", true, false)]
    [InlineData("http://127.0.0.1/", true, true)]
    [InlineData("http://localhost/", true, true)]
    [InlineData("http://[::1]/", true, true)]
    [InlineData("http://127.0.0.1/", false, false)]
    [InlineData("http://127.0.0.1.example.com/", true, false)]
    public void Only_https_is_private_or_a_loopback_address_where_that_is_allowed(string url, bool allowed, bool isPrivate) =>
        Assert.Equal(isPrivate, Http(url).IsPrivate(allowed));

    [Fact]
    public void A_key_does_not_print_itself() => Assert.DoesNotContain(Key, $"{Http("https://x.example/")}", StringComparison.Ordinal);

    private static DirectoryOptions Http(string? url, string? key = null) => new()
    {
        Kind = DirectoryKind.Http,
        Url = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute),
        Key = key ?? Key,
    };

    private static bool IsValid(DirectoryOptions options) => new DirectoryOptionsValidator().Validate(null, options).Succeeded;
}
