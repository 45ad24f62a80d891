using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>The ring of code keys is turned by restarts, while codes and pictures are out.</summary>
public sealed class KeyRotationTests
{
    private const string Wrong = "验证码错误或超过有效期";

    [LocalFact]
    public async Task Codes_live_as_long_as_their_key_is_in_the_ring_and_without_it_they_are_wrong_ones()
    {
        var (old, next) = ("A:" + AppSettings.FreshKey(), "B:" + AppSettings.FreshKey());
        var settings = (await AppSettings.FreshAsync()).With(AppSettings.ManyCalls);
        var (early, late, later) = (Recipients.Mobile(), Recipients.Email(), Recipients.Mobile());
        string earlyCode, lateCode, laterCode;
        OnlyIdCaller caller;
        (string Code, string Addr, string Rand) one, other;
        await using (var app = await FunctionApp.StartAsync(settings.With((AppSettings.CodeKeys, old))))
        {
            caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
            (earlyCode, lateCode) = (await caller.CodeAsync(early), await caller.CodeAsync(late));
            (one, other) = (await new CaptchaCaller(app).PictureAsync(), await new CaptchaCaller(app).PictureAsync());
        }

        await using (var app = await FunctionApp.StartAsync(settings.With((AppSettings.CodeKeys, $"{next};{old}"))))
        {
            (await caller.At(app.Http).VerifyAsync(early, earlyCode)).Expect(HttpStatusCode.OK);
            laterCode = await caller.At(app.Http).CodeAsync(later);
            CaptchaCaller.Expect(await new CaptchaCaller(app).ValidateAsync("img", one.Code, one.Rand), 0);
        }

        await using (var app = await FunctionApp.StartAsync(settings.With((AppSettings.CodeKeys, next))))
        {
            (await caller.At(app.Http).VerifyAsync(later, laterCode)).Expect(HttpStatusCode.OK);
            (await caller.At(app.Http).VerifyAsync(late, lateCode)).ExpectError(HttpStatusCode.BadRequest, Wrong);
            Assert.NotEqual(lateCode, await caller.At(app.Http).CodeAsync(late, ("reuse", true)));
            Assert.Equal(HttpStatusCode.NotFound, (await new CaptchaCaller(app).FetchAsync(other.Addr)).StatusCode);
            CaptchaCaller.Expect(await new CaptchaCaller(app).ValidateAsync("img", other.Code, other.Rand), 100);
        }
    }
}
