using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>Who has an account is told where the contract says so, and nowhere else.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class EnumerationTests(SharedApp shared)
{
    private readonly FresnsCaller _caller = new(shared.Http);

    [LocalTheory]
    [InlineData(1, 0, 34205, 34206)]
    [InlineData(2, 34301, 0, 0)]
    [InlineData(5, 0, 0, 0)]
    public async Task Known_and_unknown_differ_by_use_type(int useType, int unknown, int knownEmail, int knownPhone)
    {
        var account = await FresnsAccount.OpenAsync(shared, "email", "phone");

        Assert.Equal(unknown, await CodeAsync(_caller.SendAsync(Recipients.Email(), useType)));
        Assert.Equal(unknown, await CodeAsync(_caller.SendAsync(Recipients.Mobile(), useType)));
        Assert.Equal(knownEmail, await CodeAsync(_caller.SendAsync(account.Email, useType)));
        Assert.Equal(knownPhone, await CodeAsync(_caller.SendAsync(account.Mobile, useType)));
    }

    [LocalFact]
    public async Task To_use_type_3_only_addresses_with_an_account_are_special()
    {
        var (own, other) = (await FresnsAccount.OpenAsync(shared), await FresnsAccount.OpenAsync(shared, "email"));
        var caller = _caller.With(own.Headers);

        Assert.Equal(34205, await CodeAsync(caller.SendAsync(other.Email, useType: 3)));
        Assert.Equal(0, await CodeAsync(caller.SendAsync(Recipients.Email(), useType: 3)));
    }

    [LocalFact]
    public async Task Sending_to_an_address_of_somebody_answers_as_to_nobodys()
    {
        var account = await FresnsAccount.OpenAsync(shared, "email", "phone");
        var bodies = new HashSet<string>();
        foreach (var to in new[] { account.Email, account.Mobile, Recipients.Email(), Recipients.Mobile() })
        {
            bodies.Add((await _caller.SendAsync(to)).Body);
        }

        Assert.Single(bodies);
    }

    [LocalFact]
    public async Task A_check_does_not_tell_wrong_used_or_never_sent_apart()
    {
        var account = await FresnsAccount.OpenAsync(shared, "email");
        var (known, unknown) = (account.Email, Recipients.Email());
        var used = await _caller.CodeAsync(known);
        var wrong = await _caller.CheckAsync(known, "wrong");
        Assert.Equal(0, await CodeAsync(_caller.CheckAsync(known, used)));

        var bodies = new HashSet<string> { wrong.Body };
        foreach (var (to, code) in new[] { (known, used), (unknown, used), ("nobody@", used), (Recipients.Mobile(), used) })
        {
            bodies.Add((await _caller.CheckAsync(to, code)).Body);
        }

        Assert.Equal(["""{"code":33203,"message":"验证码错误或已过期","data":null}"""], bodies);
    }

    private static async Task<int> CodeAsync(Task<Answer> call) => FresnsCaller.CodeOf(await call);
}
