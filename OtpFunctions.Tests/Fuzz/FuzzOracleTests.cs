using System.Net;
using System.Text;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Planted faults are seen: a fuzz run that finds nothing has looked.</summary>
public sealed class FuzzOracleTests
{
    [Theory]
    [InlineData(400, """{"error":"x"}""", true)]
    [InlineData(500, """{"error":"x"}""", false)]
    [InlineData(503, """{"error":"x"}""", false)]
    [InlineData(400, """{"error":"System.InvalidOperationException"}""", false)]
    [InlineData(400, """{"error":"x in /var/app/JsonBody.cs:line 5"}""", false)]
    [InlineData(400, """{"error":""}""", false)]
    [InlineData(400, """{"error":"x","trace":"y"}""", false)]
    [InlineData(404, """{"error":"x"}""", false)]
    [InlineData(404, "", false)]
    [InlineData(200, "{}", false)]
    [InlineData(200, "[]", false)]
    [InlineData(200, "no JSON", false)]
    public async Task Of_OnlyID(int status, string body, bool isFine) =>
        Assert.Equal(isFine, await IsFineAsync(FuzzShapes.OnlyId, status, body));

    [Theory]
    [InlineData("""{"uuid":"a","code":400,"info":"x","kind":"","total":0,"spec":null}""", true)]
    [InlineData("""{"uuid":"a","code":500,"info":"x","kind":"","total":0,"spec":null}""", false)]
    [InlineData("""{"uuid":"a","code":400,"info":"","kind":"","total":0,"spec":null}""", false)]
    public async Task Of_Starlight(string body, bool isFine) =>
        Assert.Equal(isFine, await IsFineAsync(FuzzShapes.Starlight, 200, body));

    [Theory]
    [InlineData("""{"code":30000,"message":"x","data":null}""", true)]
    [InlineData("""{"code":30003,"message":"x","data":null}""", false)]
    [InlineData("""{"code":30004,"message":"x","data":null}""", false)]
    [InlineData("""{"code":1,"message":"x","data":null}""", false)]
    public async Task Of_Fresns(string body, bool isFine) =>
        Assert.Equal(isFine, await IsFineAsync(FuzzShapes.Fresns, 200, body));

    [Theory]
    [InlineData("""{"id":7,"status":-2,"message":"x","data":{}}""", true)]
    [InlineData("""{"id":7,"status":500,"message":"x","data":{}}""", false)]
    [InlineData("""{"id":"7","status":-2,"message":"x","data":{}}""", false)]
    public async Task Of_the_captcha(string body, bool isFine) =>
        Assert.Equal(isFine, await IsFineAsync(FuzzShapes.Captcha, 200, body));

    [Theory]
    [InlineData(404, (int)Liberties.Unrouted, true)]
    [InlineData(404, (int)Liberties.Unkeyed, false)]
    [InlineData(401, (int)Liberties.Unkeyed, true)]
    [InlineData(431, (int)Liberties.Unserved, true)]
    [InlineData(431, (int)Liberties.Unrouted, false)]
    [InlineData(500, (int)(Liberties.Unserved | Liberties.Unrouted | Liberties.Astray), false)]
    public async Task Of_the_host(int status, int liberties, bool isFine) =>
        Assert.Equal(isFine, await IsFineAsync(FuzzShapes.OnlyId, status, "", (Liberties)liberties));

    [Fact]
    public void An_answer_that_never_came() =>
        Assert.NotNull(FuzzOracle.FaultOf(Request(FuzzShapes.OnlyId, Liberties.None), null));

    private static async Task<bool> IsFineAsync(
        Action<Answer> shape, int status, string body, Liberties liberties = Liberties.None)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Content = new StringContent(body, Encoding.UTF8, "application/json");
        response.Headers.Add("Cache-Control", "no-store");
        response.Headers.Add("Fresns-Api", "v2");
        return FuzzOracle.FaultOf(Request(shape, liberties), await Answer.ReadAsync(Task.FromResult(response))) is null;
    }

    private static FuzzRequest Request(Action<Answer> shape, Liberties liberties)
    {
        var endpoint = new FuzzEndpoint("Planted", "POST", "api/planted", shape);
        return new FuzzRequest { Endpoint = endpoint, Method = "POST", Target = "/", Liberties = liberties };
    }
}
