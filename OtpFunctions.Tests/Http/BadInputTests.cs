using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

[Collection(SharedAppCollection.Name)]
public sealed class BadInputTests(SharedApp shared)
{
    private static readonly string[] Methods =
        ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];

    private static readonly string?[] ContentTypes =
        [null, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];

    public static TheoryData<string, string> EveryMalformedBody() => Pairs(_ => BadBody.Names);

    public static TheoryData<string> EveryTarget() => new(BodyTarget.Names);

    public static TheoryData<string, string> EveryOtherMethod() =>
        Pairs(name => Methods.Except(BodyTarget.MethodsAt(name)));

    [Theory]
    [MemberData(nameof(EveryMalformedBody))]
    public async Task What_is_no_JSON_object_is_refused_in_the_dialects_own_shape(string name, string body)
    {
        var target = await BodyTarget.OfAsync(name, shared);

        var answer = await target.CallAsync(new ByteArrayContent(BadBody.Make(body, target.Valid.ToJsonString())));

        target.ExpectMalformed(answer);
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task A_body_that_says_it_is_compressed_is_not_unpacked(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);
        var content = new ByteArrayContent(BadBody.Make("compressed", target.Valid.ToJsonString()));
        content.Headers.ContentEncoding.Add("gzip");

        target.ExpectMalformed(await target.CallAsync(content));
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task A_body_of_16_KiB_is_read(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);

        target.ExpectTaken(await target.CallAsync(Padded(target, BadBody.Cap)));
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task A_body_of_16_KiB_in_chunks_is_read(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);

        target.ExpectTaken(await target.CallAsync(Padded(target, BadBody.Cap), chunked: true));
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task A_byte_more_than_16_KiB_is_too_large(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);

        target.ExpectTooLarge(await target.CallAsync(Padded(target, BadBody.Cap + 1)));
        target.ExpectTooLarge(await target.CallAsync(Padded(target, BadBody.Cap + 1), chunked: true));
        target.ExpectTooLarge(await target.CallAsync(Padded(target, 100 * BadBody.Cap)));
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task A_body_nested_8_deep_is_read(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);
        var body = target.Valid.ToJsonString()[..^1] + ",\"x\":" + BadBody.Nested(7) + "}";

        target.ExpectTaken(await target.CallAsync(new StringContent(body)));
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task Half_a_surrogate_pair_in_a_value_is_no_string(string name)
    {
        var target = await BodyTarget.OfAsync(name, shared);
        var field = target.Valid.First(pair => pair.Value!.GetValueKind() == System.Text.Json.JsonValueKind.String).Key;
        var valid = target.Valid.ToJsonString();
        var start = valid.IndexOf($"\"{field}\":\"", StringComparison.Ordinal) + field.Length + 4;

        foreach (var half in new[] { "\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud800x" })
        {
            var answer = await target.CallAsync(new StringContent(valid.Insert(start, half)));
            target.ExpectBadField(answer, field);
        }
    }

    [Theory]
    [InlineData(BodyTarget.Send, "recipient")]
    [InlineData(BodyTarget.Send, "code")]
    [InlineData(BodyTarget.Verify, "recipient")]
    [InlineData(BodyTarget.Create, "name")]
    [InlineData(BodyTarget.Configure, "type")]
    [InlineData(BodyTarget.CreateUser, "userName")]
    [InlineData(BodyTarget.CreateUser, "email")]
    [InlineData(BodyTarget.PutUser, "telephone")]
    [InlineData(BodyTarget.OpenSession, "uid")]
    [InlineData(BodyTarget.CreateCaller, "name")]
    [InlineData(BodyTarget.CreateCaller, "permissions")]
    public async Task NUL_in_a_string_is_refused_where_the_field_is_named(string name, string field)
    {
        var target = await BodyTarget.OfAsync(name, shared);
        target.Valid[field] = "a\0b\0c";

        target.ExpectBadField(await target.CallAsync(JsonContent.Create(target.Valid)), field);
    }

    [Theory]
    [InlineData(BodyTarget.Send, "expireMin")]
    [InlineData(BodyTarget.Send, "maxFailCount")]
    [InlineData(BodyTarget.Configure, "length")]
    [InlineData(BodyTarget.Configure, "expireMin")]
    [InlineData(BodyTarget.Configure, "maxFailCount")]
    [InlineData(BodyTarget.OpenSession, "expireMin")]
    public async Task A_number_no_integer_can_hold_names_its_field(string name, string field)
    {
        var target = await BodyTarget.OfAsync(name, shared);
        target.Valid.Remove(field);
        var rest = target.Valid.ToJsonString()[..^1];

        foreach (var number in new[] { "1e999", "-1e999", "2147483648", "10.5", "1" + new string('0', 5000) })
        {
            var answer = await target.CallAsync(new StringContent($"{rest},\"{field}\":{number}}}"));
            target.ExpectBadField(answer, field);
        }
    }

    [Theory]
    [MemberData(nameof(EveryTarget))]
    public async Task The_content_type_makes_no_difference(string name)
    {
        foreach (var type in ContentTypes)
        {
            var target = await BodyTarget.OfAsync(name, shared);
            var content = new StringContent(target.Valid.ToJsonString());
            content.Headers.Remove("Content-Type");
            if (type is not null)
                content.Headers.Add("Content-Type", type);

            target.ExpectTaken(await target.CallAsync(content));
        }
    }

    [Theory]
    [MemberData(nameof(EveryOtherMethod))]
    public async Task Another_method_is_404_and_empty(string name, string method)
    {
        var target = await BodyTarget.OfAsync(name, shared);

        var answer = await target.CallAsync(new StringContent("{}"), new HttpMethod(method));

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.Status, answer.Body));
    }

    private static TheoryData<string, string> Pairs(Func<string, IEnumerable<string>> others)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var name in BodyTarget.Names)
        {
            foreach (var other in others(name))
                pairs.Add(name, other);
        }

        return pairs;
    }

    private static ByteArrayContent Padded(BodyTarget target, int length) =>
        new(BadBody.Padded(target.Valid.ToJsonString(), length));
}
