using OtpFunctions.Core.Codes;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

public sealed class CodeVaultTests
{
    private static readonly CodeVault Vault = CodeBench.NewVault("a");
    private static readonly RecipientKeys One = Vault.KeysOf(CodeBench.To("a+1@example.com"));

    [Fact]
    public void Spellings_share_the_row_and_not_the_binding()
    {
        var two = Vault.KeysOf(CodeBench.To("A+2@EXAMPLE.com"));

        Assert.Equal(One.Row, two.Row);
        Assert.NotEqual(One.BoundTo, two.BoundTo);
    }

    [Fact]
    public void A_mailbox_and_a_phone_never_share_a_row()
    {
        Assert.NotEqual(Vault.KeysOf(CodeBench.To("13612345678")).Row, One.Row);
    }

    [Fact]
    public void A_code_moved_to_another_row_address_or_use_opens_nothing()
    {
        var live = Live("use");

        Assert.Equal("123456", Vault.Open(live, One));
        Assert.Null(Vault.Open(live with { Use = "other use" }, One));
        Assert.Null(Vault.Open(live, One with { BoundTo = "another" }));
        Assert.Null(Vault.Open(live, One with { Row = "another" }));
    }

    private static LiveCode Live(string use) => new()
    {
        Use = use,
        BoundTo = One.BoundTo,
        Sealed = Vault.Seal("123456", One, use),
        CreatedAt = 0,
        ExpiresAt = 1,
        MaxFailures = 1,
        Change = "change",
    };
}
