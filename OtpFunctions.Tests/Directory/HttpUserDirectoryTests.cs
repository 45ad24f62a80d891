using System.Text;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

public sealed class HttpUserDirectoryTests : UserDirectoryContract, IAsyncLifetime
{
    private const string Alice = """{"userName":"alice","email":"a@example.com","telephone":"+8613600000001","more":[1]}""";
    private DirectoryServer _server = null!;

    public async Task InitializeAsync() => _server = await DirectoryServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_asked_is_signed_whole_and_escaped()
    {
        var directory = _server.Connect("/users?tenant=7");

        await directory.FindByNameAsync("小明 #?&+", default);
        await directory.FindByAddressAsync(Users.Email("A+b&c@Example.com"), default);
        await directory.FindByAddressAsync(Users.Phone(1), default);

        Assert.Equal(
            [
                "/users?tenant=7&name=%E5%B0%8F%E6%98%8E%20%23%3F%26%2B",
                "/users?tenant=7&email=A%2Bb%26c%40example.com",
                "/users?tenant=7&phone=%2B8613600000001",
            ],
            _server.Asked);
        Assert.Equal([true, true, true], _server.Signed);
    }

    [Fact]
    public async Task What_names_nobody_is_not_asked()
    {
        await _server.Connect().FindByNameAsync("a@b", default);

        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task A_fault_is_asked_once_more()
    {
        Reply(status: 503);
        _server.Answer = FirstThen(_server.Answer, Body(Alice));

        Assert.Equal("alice", (await _server.Connect().FindByNameAsync("alice", default))?.Name);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(204)]
    [InlineData(201)]
    public async Task Any_other_status_is_unavailable_after_two_tries(int status)
    {
        Reply(Alice, status);

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _server.Answer = context =>
        {
            context.Response.Redirect($"http://{context.Request.Host}/elsewhere");
            return Task.CompletedTask;
        };

        await AssertUnavailableAsync();
        Assert.All(_server.Asked, asked => Assert.StartsWith("/users?", asked, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"userName":"alice"} {}""")]
    [InlineData("""{"userName":"alice","userName":"alice"}""")]
    [InlineData("""{"userName":null}""")]
    [InlineData("""{"userName":5}""")]
    [InlineData("""{"userName":"Alice"}""")]
    [InlineData("""{"userName":" alice"}""")]
    [InlineData("""{"userName":"bob"}""")]
    [InlineData("""{"userName":"a@b"}""")]
    [InlineData("""{"userName":"\ud800"}""")]
    [InlineData("""{"userName":"alice","email":""}""")]
    [InlineData("""{"userName":"alice","email":"a b@example.com"}""")]
    [InlineData("""{"userName":"alice","email":["a@example.com"]}""")]
    [InlineData("""{"userName":"alice","telephone":"12"}""")]
    [InlineData("""{"userName":"alice","telephone":13600000001}""")]
    public async Task Garbage_is_unavailable_and_never_a_user(string body)
    {
        Reply(body);

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_unavailable()
    {
        _server.Answer = async context => await context.Response.Body.WriteAsync(
            new byte[] { (byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}' });

        await AssertUnavailableAsync();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_body_has_at_most_16_kilobytes_announced_or_not(bool isLarger, bool isAnnounced)
    {
        var head = """{"userName":"alice","more":""" + '"';
        var body = Encoding.UTF8.GetBytes(head + new string('x', (16 * 1024) - head.Length - 2 + (isLarger ? 1 : 0)) + "\"}");
        _server.Answer = async context =>
        {
            context.Response.ContentLength = isAnnounced ? body.Length : null;
            await context.Response.Body.WriteAsync(body);
        };

        if (isLarger)
        {
            await AssertUnavailableAsync();
        }
        else
        {
            Assert.Equal("alice", (await _server.Connect().FindByNameAsync("alice", default))?.Name);
        }
    }

    [Fact]
    public async Task A_user_who_has_another_address_was_not_asked_for()
    {
        Reply(Alice);

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => _server.Connect().FindByAddressAsync(Users.Phone(2), default));
        Assert.NotNull(await _server.Connect().FindByAddressAsync(Users.Phone(1), default));
        Assert.NotNull(await _server.Connect().FindByAddressAsync(Users.Email("A@EXAMPLE.com"), default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_answer_in_time_is_unavailable_after_two_tries(bool hasBegun)
    {
        _server.Answer = async context =>
        {
            if (hasBegun)
            {
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        await AssertUnavailableAsync(timeoutSeconds: 1);
    }

    [Fact]
    public async Task Who_stops_waiting_waits_no_more()
    {
        _server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _server.Connect().FindByNameAsync("alice", stop.Token));
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_unavailable()
    {
        var directory = _server.Connect();
        await _server.DisposeAsync();

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => directory.FindByNameAsync("alice", default));
        Assert.DoesNotContain("alice", fault.Message, StringComparison.Ordinal);
    }

    private protected override Task<IUserDirectory> NewAsync(params User[] users)
    {
        _server.Answer = context => AnswerFromAsync(context, users);
        return Task.FromResult<IUserDirectory>(_server.Connect());
    }

    private static Task AnswerFromAsync(HttpContext context, User[] users)
    {
        var query = context.Request.Query;
        var found = users.SingleOrDefault(user =>
            user.Name == query["name"]
            || (user.Email is not null && user.Email.Delivery.Equals(query["email"], StringComparison.OrdinalIgnoreCase))
            || (user.Phone is not null && user.Phone.E164 == query["phone"]));
        context.Response.StatusCode = found is null ? 404 : 200;
        return found is null
            ? Task.CompletedTask
            : context.Response.WriteAsJsonAsync(
                new { userName = found.Name, email = found.Email?.Delivery, telephone = found.Phone?.E164 });
    }

    private static Func<HttpContext, Task> Body(string body, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        return body.Length == 0 || status == 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    private static Func<HttpContext, Task> FirstThen(Func<HttpContext, Task> first, Func<HttpContext, Task> then)
    {
        var count = 0;
        return context => ++count == 1 ? first(context) : then(context);
    }

    private void Reply(string body = "", int status = 200) => _server.Answer = Body(body, status);

    private async Task AssertUnavailableAsync(int timeoutSeconds = 10)
    {
        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => _server.Connect(timeoutSeconds: timeoutSeconds).FindByNameAsync("alice", default));
        Assert.Equal(2, _server.Asked.Count);
    }
}
