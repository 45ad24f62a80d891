using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace StandIns.Tests.Tables;

public sealed class RetryTests
{
    private static readonly string Key = Convert.ToBase64String("the key"u8);
    private static readonly TableEntity Entity = new("p", "it's") { ["Value"] = 1 };

    [Fact]
    public async Task Each_try_is_signed_anew()
    {
        var credential = new TableSharedKeyCredential("account", Key);
        var newKey = Convert.ToBase64String("the key after a rotation"u8);
        var signatures = new List<string>();
        await using var service = await FakeService.StartedAsync(
            context =>
            {
                signatures.Add(SignatureProblem(context.Request, Key));
                credential.SetAccountKey(newKey);
                return FakeService.Status(503)(context);
            },
            context =>
            {
                signatures.Add(SignatureProblem(context.Request, newKey));
                return FakeService.Status(204)(context);
            });
        var table = new TableClient(service.Endpoint, "table", credential, Impatient());

        await table.UpdateEntityAsync(Entity, ETag.All);

        Assert.Equal(["", ""], signatures);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again()
    {
        await using var service = await FakeService.StartedAsync(
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
            FakeService.Status(204));
        var table = Table(service, Impatient());

        var answer = await table.AddEntityAsync(Entity);

        Assert.Equal((204, 2), (answer.Status, service.Requests));
    }

    [Fact]
    public async Task Tries_end_where_the_options_say()
    {
        await using var service = await FakeService.StartedAsync(
            FakeService.Status(503), FakeService.Status(500), FakeService.Status(503));
        var options = Impatient();
        options.Retry.MaxRetries = 2;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table(service, options).AddEntityAsync(Entity));

        Assert.Equal((503, 3), (failure.Status, service.Requests));
    }

    [Fact]
    public async Task A_condition_that_failed_is_not_tried_again()
    {
        await using var service = await FakeService.StartedAsync(FakeService.Status(412));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table(service, Impatient()).UpdateEntityAsync(Entity, new ETag("W/\"old\"")));

        Assert.Equal((412, 1), (failure.Status, service.Requests));
    }

    [Fact]
    public async Task An_error_is_known_by_its_header_when_the_body_is_no_json()
    {
        await using var service = await FakeService.StartedAsync(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers["x-ms-error-code"] = "AuthorizationFailure";
            return context.Response.WriteAsync("<html>Forbidden</html>");
        });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table(service, Impatient()).AddEntityAsync(Entity));

        Assert.Equal((403, "AuthorizationFailure"), (failure.Status, failure.ErrorCode));
    }

    private static TableClient Table(FakeService service, TableClientOptions options) =>
        new(service.Endpoint, "table", new TableSharedKeyCredential("account", Key), options);

    private static TableClientOptions Impatient() =>
        new() { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) } };

    private static string SignatureProblem(HttpRequest request, string key)
    {
        var date = request.Headers["x-ms-date"].ToString();
        if (DateTimeOffset.Parse(date).Offset != TimeSpan.Zero) return $"The date is {date}.";
        var text = $"PATCH\n\napplication/json\n{date}\n/account/table(PartitionKey='p',RowKey='it%27%27s')";
        var hash = HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text));
        var expected = $"SharedKey account:{Convert.ToBase64String(hash)}";
        return request.Headers.Authorization == expected ? "" : $"Not {expected} but {request.Headers.Authorization}.";
    }
}
