using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Directory;

public sealed class ApplicationDirectoryTests
{
    private static readonly string GoodId = new('a', 32);

    [Fact]
    public async Task An_application_is_known_by_its_secret_alone()
    {
        var (directory, _) = await NewAsync();
        var made = (await directory.CreateAsync("Shop", null, null, default))!;
        var id = made.Application.ClientId;

        Assert.True((await directory.AuthenticateAsync(id, made.Secret, default)).Succeeded);
        Assert.Equal(FailureCode.ApplicationSecretWrong, (await directory.AuthenticateAsync(id, "", default)).Failure?.Code);
        Assert.Equal(
            FailureCode.ApplicationSecretWrong,
            (await directory.AuthenticateAsync(id, made.Secret.ToUpperInvariant(), default)).Failure?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6bcc6bd5a423e2a754f2db92ba6e2675")]
    [InlineData("6BCC6BD5A423E2A754F2DB92BA6E2675")]
    [InlineData("a/b\\c#d?e")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' or '")]
    public async Task An_id_that_is_not_there_is_unknown_whatever_it_looks_like(string id)
    {
        var (directory, _) = await NewAsync();
        await directory.CreateAsync("Shop", null, null, default);

        Assert.Equal(FailureCode.ApplicationUnknown, (await directory.AuthenticateAsync(id, "secret", default)).Failure?.Code);
        Assert.Equal(FailureCode.ApplicationUnknown, (await directory.RotateSecretAsync(id, default)).Failure?.Code);
        Assert.Equal(FailureCode.ApplicationUnknown, (await directory.DeleteAsync(id, default)).Failure?.Code);
    }

    [Fact]
    public async Task A_rotated_secret_is_dead_at_once_and_settings_stay()
    {
        var (directory, _) = await NewAsync();
        var made = (await directory.CreateAsync("Shop", null, null, default))!;
        var id = made.Application.ClientId;
        var otp = new OtpSettings
        {
            Length = 8,
            Alphabet = CodeAlphabet.DigitsAndLetters,
            ExpireMinutes = 20,
            MaxFailures = 5,
            Reuse = true,
        };
        await directory.SetOtpAsync(id, otp, default);

        var rotated = (await directory.RotateSecretAsync(id, default)).Value!;

        Assert.False((await directory.AuthenticateAsync(id, made.Secret, default)).Succeeded);
        var known = await directory.AuthenticateAsync(id, rotated.Secret, default);
        Assert.Equal((otp, "Shop", made.Application.CreatedAt), (known.Value!.Otp, known.Value.Name, known.Value.CreatedAt));
    }

    [Fact]
    public async Task A_rotated_secret_is_dead_at_once_however_many_ask()
    {
        var (directory, _) = await NewAsync();
        var made = (await directory.CreateAsync("Shop", null, null, default))!;
        var id = made.Application.ClientId;
        using var asking = new CancellationTokenSource();
        var isDead = false;
        var callers = Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            while (!asking.IsCancellationRequested)
            {
                var isDeadBefore = Volatile.Read(ref isDead);
                var isTaken = (await directory.AuthenticateAsync(id, made.Secret, default)).Succeeded;
                Assert.False(isTaken && isDeadBefore);
            }
        })).ToArray();
        Assert.True((await directory.AuthenticateAsync(id, made.Secret, default)).Succeeded);

        await directory.RotateSecretAsync(id, default);
        Volatile.Write(ref isDead, true);
        for (var i = 0; i < 20; i++)
        {
            Assert.False((await directory.AuthenticateAsync(id, made.Secret, default)).Succeeded);
        }

        await asking.CancelAsync();
        await Task.WhenAll(callers);
    }

    [Fact]
    public async Task A_deleted_application_is_unknown()
    {
        var (directory, _) = await NewAsync();
        var made = (await directory.CreateAsync("Shop", null, null, default))!;

        Assert.True((await directory.DeleteAsync(made.Application.ClientId, default)).Succeeded);
        Assert.Equal(
            FailureCode.ApplicationUnknown,
            (await directory.AuthenticateAsync(made.Application.ClientId, made.Secret, default)).Failure?.Code);
    }

    [Fact]
    public async Task A_secret_at_rest_is_not_readable()
    {
        var (directory, tables) = await NewAsync();
        var made = (await directory.CreateAsync("Shop", null, null, default))!;

        var row = Assert.Single(tables.Applications.Query<TableEntity>().ToList());
        Assert.DoesNotContain(row, column => $"{column.Value}".Contains(made.Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_id_brought_along_is_kept_and_taken_once()
    {
        var (directory, _) = await NewAsync();
        var secret = new string('s', 32);

        Assert.NotNull(await directory.CreateAsync("Shop", GoodId, secret, default));
        Assert.Null(await directory.CreateAsync("Thief", GoodId, new string('t', 32), default));
        Assert.Equal("Shop", (await directory.AuthenticateAsync(GoodId, secret, default)).Value?.Name);
    }

    [Fact]
    public async Task A_list_goes_through_all_pages_in_order()
    {
        var (directory, _) = await NewAsync();
        for (var i = 0; i < 5; i++)
        {
            await directory.CreateAsync($"{i}", null, null, default);
        }

        var seen = new List<string>();
        IReadOnlyList<Application> page;
        do
        {
            page = await directory.ListAsync(seen.LastOrDefault(), 2, default);
            seen.AddRange(page.Select(application => application.ClientId));
        }
        while (page.Count > 0);

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Changes_that_race_are_both_kept()
    {
        var (directory, _) = await NewAsync();
        var id = (await directory.CreateAsync("Shop", null, null, default))!.Application.ClientId;

        var rotating = directory.RotateSecretAsync(id, default);
        var setting = directory.SetOtpAsync(id, new OtpSettings { Length = 8 }, default);
        await Task.WhenAll(rotating, setting);

        var known = await directory.AuthenticateAsync(id, (await rotating).Value!.Secret, default);
        Assert.Equal(8, known.Value?.Otp.Length);
    }

    private static async Task<(ApplicationDirectory Directory, Tables Tables)> NewAsync()
    {
        var tables = await TestTables.NewAsync();
        return (new ApplicationDirectory(new ApplicationTable(tables), new KeyHasher(Keys.Pepper), new ManualClock()), tables);
    }
}
