using System.Security.Cryptography;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Communication;

/// <summary>Clients that wait a millisecond between tries, and what they send.</summary>
internal static class Clients
{
    public static EmailClientOptions EmailOptions(HttpMessageHandler? handler = null) =>
        Impatient(new EmailClientOptions(), handler);

    public static SmsClientOptions SmsOptions(HttpMessageHandler? handler = null) =>
        Impatient(new SmsClientOptions(), handler);

    public static async Task<EmailClient> EmailAsync() =>
        new((await AcsEmulator.StartedAsync()).ConnectionString, EmailOptions());

    public static async Task<SmsClient> SmsAsync() =>
        new((await AcsEmulator.StartedAsync()).ConnectionString, SmsOptions());

    public static EmailMessage Mail(string to, string text = "123456") =>
        new(AcsEmulator.Sender, to, new EmailContent("Your code") { PlainText = text, Html = $"<b>{text}</b>" });

    // Tests share the emulator: each sends to recipients of its own.
    public static string NewAddress() => $"{RandomNumberGenerator.GetHexString(16, lowercase: true)}@example.org";

    public static string NewNumber() => $"+861{RandomNumberGenerator.GetString("0123456789", 10)}";

    private static T Impatient<T>(T options, HttpMessageHandler? handler)
        where T : ClientOptions
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        if (handler is not null) options.Transport = new HttpClientTransport(handler);
        return options;
    }
}
