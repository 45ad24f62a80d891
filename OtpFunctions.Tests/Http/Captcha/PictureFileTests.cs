using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>GET /api/captcha/images/{addr}, as a browser sees it.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class PictureFileTests(SharedApp shared)
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private CaptchaCaller Caller => new(shared.App);

    [Fact]
    public async Task It_is_a_PNG_that_nobody_may_store_and_nothing_tells_it_from_another()
    {
        var (_, addr, _) = await Caller.PictureAsync();

        using var response = await Caller.FetchAsync(addr);
        var png = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Signature, png[..Signature.Length]);
        Assert.Equal("image/png", $"{response.Content.Headers.ContentType}");
        Assert.Equal(png.Length, response.Content.Headers.ContentLength);
        AssertNotStored(response);
    }

    [Fact]
    public async Task All_have_one_size_named_or_inline()
    {
        var sizes = new HashSet<int>();
        for (var picture = 0; picture < 5; picture++)
        {
            var (_, addr, _) = await Caller.PictureAsync();
            using var response = await Caller.FetchAsync(addr);
            sizes.Add((await response.Content.ReadAsByteArrayAsync()).Length);
            var inline = await Caller.DataAsync("img", "generate", new() { ["inline"] = true });
            var png = inline.GetProperty("imgdata").GetBytesFromBase64();
            Assert.Equal(Signature, png[..Signature.Length]);
            sizes.Add(png.Length);
        }

        Assert.Single(sizes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_an_answer_it_is_gone_as_if_it_had_never_been(bool isRight)
    {
        var (code, addr, rand) = await Caller.PictureAsync();
        await Caller.ValidateAsync("img", isRight ? code : CaptchaCaller.WrongFor(code), rand);

        await AssertNoneAsync(addr);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef.png")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef.PNG")]
    [InlineData("0123456789abcdef0123456789abcdef.png.png")]
    [InlineData("0123456789abcde.png")]
    [InlineData(".png")]
    [InlineData("..%2F..%2Fhost.json")]
    public async Task What_is_no_picture_is_404_and_empty(string addr) => await AssertNoneAsync(addr);

    [Fact]
    public async Task A_name_in_capitals_is_another()
    {
        var (_, addr, _) = await Caller.PictureAsync();

        await AssertNoneAsync(addr[..32].ToUpperInvariant() + ".png");
    }

    [Fact]
    public async Task An_inline_picture_cannot_be_fetched_by_its_rand()
    {
        var data = await Caller.DataAsync("img", "generate", new() { ["inline"] = true });

        await AssertNoneAsync(data.GetProperty("rand").GetString() + ".png");
    }

    private async Task AssertNoneAsync(string addr)
    {
        using var response = await Caller.FetchAsync(addr);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Null(response.Content.Headers.ContentType);
        AssertNotStored(response);
    }

    private static void AssertNotStored(HttpResponseMessage response)
    {
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Content.Headers.LastModified);
    }
}
