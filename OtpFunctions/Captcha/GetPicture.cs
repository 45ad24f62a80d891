using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Captchas;

namespace OtpFunctions.Captcha;

/// <summary>GET /api/captcha/images/{addr}: a picture by the file name it was answered as; docs/dialects/captcha.md.</summary>
/// <param name="pictures">Keeps them.</param>
public sealed class GetPicture(PictureService pictures)
{
    /// <summary>The PNG until it was answered or has expired; else 404. Open to all: the name is 128 random bits.</summary>
    /// <param name="request">No body.</param>
    /// <param name="addr">32 hex digits and .png.</param>
    [Function("CaptchaGetPicture")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "captcha/images/{addr}")] HttpRequest request,
        string addr)
    {
        ArgumentNullException.ThrowIfNull(request);
        var png = CaptchaResponses.NameOf(addr) is { } name
            ? await pictures.FindAsync(name, request.HttpContext.RequestAborted)
            : null;
        return new PictureAnswer(png);
    }
}
