using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

public sealed class IssueMessageTests
{
    private readonly MemoryRecipientStore _store = new();

    private static CodePolicy TenMinutes { get; } = new() { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5 };

    [Fact]
    public async Task The_message_is_the_one_that_was_asked_for()
    {
        var bench = new CodeBench(_store);
        await IssueAsync(bench, new(MessageTemplate.Register, MessageLanguage.En));

        var message = Assert.Single(bench.Channel.Sent);
        Assert.Equal((MessageTemplate.Register, MessageLanguage.En), (message.Template, message.Language));
        Assert.Contains("register at OtpFunctions, valid for 10 min.", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unless_one_is_asked_for_it_is_the_general_one_in_the_operators_language()
    {
        var bench = new CodeBench(_store, messages: new() { DefaultLanguage = MessageLanguage.ZhHant });
        Assert.True((await bench.IssueAsync()).Succeeded);

        var message = Assert.Single(bench.Channel.Sent);
        Assert.Equal((MessageTemplate.General, MessageLanguage.ZhHant), (message.Template, message.Language));
    }

    [Fact]
    public async Task A_disabled_template_is_refused_before_anything_is_written()
    {
        var bench = new CodeBench(_store, messages: new() { Disabled = "DeleteAccount:Sms" });

        var refused = await IssueAsync(bench, new(MessageTemplate.DeleteAccount));
        Assert.Equal(FailureCode.TemplateUnavailable, refused.Failure?.Code);
        Assert.Equal(0, _store.Writes);
        Assert.Empty(bench.Channel.Sent);
        Assert.True((await IssueAsync(bench, new(MessageTemplate.DeleteAccount), "someone@example.com")).Succeeded);
        Assert.True((await IssueAsync(bench, new(MessageTemplate.LogIn))).Succeeded);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_refused_before_anything_is_written()
    {
        var refused = await IssueAsync(new CodeBench(_store), new((MessageTemplate)9));

        Assert.Equal(FailureCode.TemplateUnavailable, refused.Failure?.Code);
        Assert.Equal(0, _store.Writes);
    }

    private static Task<Result<IssuedCode>> IssueAsync(CodeBench bench, MessageChoice choice, string to = "13612345678") =>
        bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To(to), CodeBench.Use) { Message = choice },
            Task.FromResult<Result<CodePolicy>>(TenMinutes),
            CancellationToken.None);
}
