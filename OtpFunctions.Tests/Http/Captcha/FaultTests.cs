using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Captcha;
using OtpFunctions.Core;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>Every refusal by its number, and what a storage that is out looks like.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(FailureCode.CodeRejected, 100, "Error captcha hash")]
    [InlineData(FailureCode.Unexpected, 500, "系统内部错误")]
    [InlineData(FailureCode.Contended, 503, "系统繁忙，请稍后再试")]
    [InlineData(FailureCode.StorageUnavailable, 503, "系统繁忙，请稍后再试")]
    [InlineData(FailureCode.PictureFailed, 1000, "验证码文件创建失败")]
    [InlineData(FailureCode.CallerTooOften, 1013, "请求过于频繁，命中频率限制策略")]
    [InlineData(FailureCode.TemplateUnavailable, 1014, "短信模板不可用")]
    [InlineData(FailureCode.DestinationRefused, 1015, "该手机号无法接收短信")]
    [InlineData(FailureCode.RecipientRefused, 1015, "该手机号无法接收短信")]
    [InlineData(FailureCode.AddressInvalid, 1016, "手机号格式错误")]
    [InlineData(FailureCode.BudgetSpent, 1022, "短信日下发条数超过设定的上限")]
    [InlineData(FailureCode.DayLimitReached, 1025, "单个手机号日下发短信条数超过设定的上限")]
    [InlineData(FailureCode.ChannelClosed, 1030, "不支持该请求")]
    [InlineData(FailureCode.DeliveryFailed, 60008, "短信下发失败或超时")]
    public async Task A_refusal_has_its_number(FailureCode code, int status, string message)
    {
        var (body, retryAfter) = await WriteAsync(new Failure(code, TimeSpan.FromSeconds(1.2)));

        Assert.Equal($$$"""{"id":7,"status":{{{status}}},"message":"{{{message}}}","data":{}}""", body);
        Assert.Equal("2", retryAfter);
    }

    [Theory]
    [InlineData(1, 1023)]
    [InlineData(600, 1023)]
    [InlineData(3599, 1023)]
    [InlineData(3600, 1024)]
    [InlineData(3601, 1025)]
    [InlineData(86400, 1025)]
    public async Task A_window_has_the_number_of_its_length(int seconds, int status)
    {
        var window = TimeSpan.FromSeconds(seconds);

        var (body, _) = await WriteAsync(new Failure(FailureCode.TooOften, TimeSpan.FromSeconds(1)) { Window = window });

        Assert.Equal(status, JsonSerializer.Deserialize<JsonElement>(body).GetProperty("status").GetInt32());
    }

    [LocalFact]
    public async Task With_the_storage_out_the_envelope_says_so_with_the_id_and_a_picture_is_a_plain_503()
    {
        await using var app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1)));
        var caller = new CaptchaCaller(app);

        var answer = CaptchaCaller.Expect(await caller.CallAsync("img", "generate", id: 42), 503);
        var picture = await Answer.ReadAsync(caller.FetchAsync(new string('0', 32) + ".png"));

        Assert.Equal("""{"id":42,"status":503,"message":"系统繁忙，请稍后再试","data":{}}""", answer.Body);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.RetryAfter);
        picture.ExpectProblem(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<(string Body, string RetryAfter)> WriteAsync(Failure failure)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext();
        http.Response.Body = body;
        await CaptchaErrors.For(7, failure).ExecuteAsync(http);
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        return (System.Text.Encoding.UTF8.GetString(body.ToArray()), $"{http.Response.Headers.RetryAfter}");
    }
}
