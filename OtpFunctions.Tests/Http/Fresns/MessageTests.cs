using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>What is in the outbox after a send: each template's own words, in the caller's language.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class MessageTests(SharedApp shared)
{
    private static readonly string[] Templates =
    [
        "General", "Register", "ModifyInformation", "ChangeBinding",
        "ResetLoginPassword", "ResetPaymentPassword", "LogIn", "DeleteAccount",
    ];

    private readonly FresnsCaller _caller = new(shared.Http);

    [LocalTheory]
    [InlineData("zh-Hans", "ZhHans")]
    [InlineData("zh-Hant", "ZhHant")]
    [InlineData("en", "En")]
    public async Task Each_template_puts_its_own_text_on_each_channel(string tag, string language)
    {
        var texts = new List<string>();
        foreach (var account in new[] { Recipients.Email, Recipients.Mobile })
        {
            for (var template = 1; template <= Templates.Length; template++)
            {
                var (to, caller) = (account(), _caller.With(("X-Fresns-Client-Lang-Tag", tag)));
                Assert.Equal(0, FresnsCaller.CodeOf(await caller.SendAsync(to, templateId: template)));

                var message = Assert.Single(await caller.MessagesAsync(to));
                Assert.Equal(Templates[template - 1], message.GetProperty("template").GetString());
                Assert.Equal(language, message.GetProperty("language").GetString());
                var code = message.GetProperty("code").GetString()!;
                var text = message.GetProperty("text").GetString()!;
                Assert.Matches("^[0-9]{6}\\z", code);
                Assert.Contains(to.Contains('@') ? "5" : "10", text.Replace(code, "", StringComparison.Ordinal), StringComparison.Ordinal);
                texts.Add(text.Replace(code, "", StringComparison.Ordinal));
            }
        }

        Assert.Distinct(texts);
    }

    [LocalFact]
    public async Task Without_a_tag_the_message_is_in_the_browsers_language_and_then_in_the_default()
    {
        foreach (var (headers, language) in new ((string, string)[], string)[]
        {
            ([], "ZhHans"),
            ([("Accept-Language", "fr, en-GB;q=0.8")], "En"),
            ([("Accept-Language", "en"), ("X-Fresns-Client-Lang-Tag", "zh-TW")], "ZhHant"),
            ([("Accept-Language", "de"), ("X-Fresns-Client-Lang-Tag", "fr")], "ZhHans"),
        })
        {
            var to = Recipients.Email();
            Assert.Equal(0, FresnsCaller.CodeOf(await _caller.With(headers).SendAsync(to)));
            Assert.Equal(language, (await _caller.NewestAsync(to))!.Value.GetProperty("language").GetString());
        }
    }

    [LocalFact]
    public async Task No_answer_holds_the_code_or_the_address()
    {
        var account = await FresnsAccount.OpenAsync(shared, "email");
        var caller = _caller.With(account.Headers);
        var sent = await caller.SendAsync("ignored@example.org", useType: 4);
        var code = (await caller.NewestAsync(account.Email))!.Value.GetProperty("code").GetString()!;
        var again = await caller.SendAsync("ignored@example.org", useType: 4);
        var accepted = await caller.CheckAsync(account.Email, code);

        Assert.Equal("""{"code":0,"message":"ok","data":null}""", sent.Body);
        Assert.Equal("""{"code":33201,"message":"操作过于频繁，请稍后再试","data":null}""", again.Body);
        Assert.Equal("""{"code":0,"message":"ok","data":null}""", accepted.Body);
        Assert.Empty(await caller.MessagesAsync("ignored@example.org"));
    }

    [LocalFact]
    public async Task Codes_of_two_templates_live_side_by_side()
    {
        var account = await FresnsAccount.OpenAsync(shared, "email", "phone");
        await _caller.SendAsync(account.Email, templateId: 2);
        await _caller.SendAsync(account.Mobile, templateId: 7);
        var email = (await _caller.NewestAsync(account.Email))!.Value.GetProperty("code").GetString()!;
        var phone = (await _caller.NewestAsync(account.Mobile))!.Value.GetProperty("code").GetString()!;

        Assert.Equal(33203, FresnsCaller.CodeOf(await _caller.CheckAsync(account.Email, email, templateId: 7)));
        Assert.Equal(0, FresnsCaller.CodeOf(await _caller.CheckAsync(account.Email, email, templateId: 2)));
        Assert.Equal(0, FresnsCaller.CodeOf(await _caller.CheckAsync(account.Mobile, phone, templateId: 7)));
    }
}
