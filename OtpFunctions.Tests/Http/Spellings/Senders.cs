using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Spellings;

/// <summary>Sends through each dialect, to a recipient as it is spelled there.</summary>
internal sealed class Senders
{
    private readonly FunctionApp _app;
    private readonly OnlyIdCaller _onlyId;
    private readonly StarlightCaller _starlight;

    private Senders(FunctionApp app, OnlyIdCaller onlyId, StarlightCaller starlight) =>
        (_app, _onlyId, _starlight) = (app, onlyId, starlight);

    public static async Task<Senders> OfAsync(FunctionApp app) => new(
        app,
        await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync(),
        await StarlightCaller.NewAsync(app, StarlightCaller.Permission));

    public async Task<Sent> OnlyIdAsync(string recipient) => (await _onlyId.SendAsync(recipient)).Status switch
    {
        HttpStatusCode.OK => Sent.Out,
        HttpStatusCode.TooManyRequests => Sent.TooOften,
        HttpStatusCode.BadRequest => Sent.NoRecipient,
        var other => throw new InvalidOperationException(other.ToString()),
    };

    public async Task<Sent> FresnsAsync(string account, JsonNode? countryCode = null)
    {
        var body = new JsonObject { ["type"] = "email", ["useType"] = 5, ["templateId"] = 1, ["account"] = account };
        if (countryCode is not null)
            (body["type"], body["countryCode"]) = ("sms", countryCode);

        var answer = await new FresnsCaller(_app.Http).PostAsync("send-verify-code", body);
        return FresnsCaller.CodeOf(answer) switch
        {
            0 => Sent.Out,
            33201 => Sent.TooOften,
            30001 or 34101 or 34102 or 34103 => Sent.NoRecipient,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    public async Task<Sent> CaptchaAsync(string phone)
    {
        var answer = await new CaptchaCaller(_app).CallAsync("sms", "generate", new() { ["phone"] = phone });
        return CaptchaCaller.StatusOf(answer) switch
        {
            0 => Sent.Out,
            1023 or 1024 or 1025 => Sent.TooOften,
            1016 or -2 => Sent.NoRecipient,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    /// <summary>To a new user who has this address, by the user's name or by the address in another spelling.</summary>
    public async Task<Sent> StarlightAsync(string? email = null, string? telephone = null, string? by = null)
    {
        var name = await StarlightCaller.UserAsync(_app, email, telephone);
        return await StarlightAsync(by ?? name);
    }

    public async Task<Sent> StarlightAsync(string userName) =>
        (await _starlight.GetAsync(userName)).Json.GetProperty("code").GetInt32() switch
        {
            200 => Sent.Out,
            10502 => Sent.TooOften,
            10401 => Sent.NoRecipient,
            var other => throw new InvalidOperationException($"{other}"),
        };
}
