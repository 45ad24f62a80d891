using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Http;

namespace OtpFunctions.Development;

/// <summary>GET /api/dev/outbox: what would have been sent. There is no such page outside Development.</summary>
/// <param name="outbox">Keeps the messages.</param>
/// <param name="environment">Says where this is.</param>
public sealed class ShowOutbox(Outbox outbox, IHostEnvironment environment)
{
    private static readonly OutboxJson Json = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>200 with list, oldest first: channel, to, template, language, subject, text, html, code, date.</summary>
    /// <param name="request">Query: to, only messages to this address.</param>
    [Function("DevOutbox")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dev/outbox")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!environment.IsDevelopment())
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        string? to = request.Query["to"];
        var messages = outbox.Messages.Where(sent => to is null || sent.Message.To.Delivery == to);
        return new JsonAnswer<OutboxView>(new([.. messages.Select(View)]), Json.OutboxView);
    }

    private static MessageView View(OutboxMessage sent) => new(
        sent.Message.To.Channel.ToString(),
        sent.Message.To.Delivery,
        sent.Message.Template.ToString(),
        sent.Message.Language.ToString(),
        sent.Message.Subject,
        sent.Message.Text,
        sent.Message.Html,
        sent.Message.Code,
        sent.SentAt.UtcDateTime);

    internal sealed record OutboxView(IReadOnlyList<MessageView> List);

    internal sealed record MessageView(
        string Channel,
        string To,
        string Template,
        string Language,
        string Subject,
        string Text,
        string Html,
        string Code,
        DateTime Date);
}

/// <summary>The generated writer of <see cref="ShowOutbox"/>.</summary>
[JsonSerializable(typeof(ShowOutbox.OutboxView))]
internal sealed partial class OutboxJson : JsonSerializerContext;
