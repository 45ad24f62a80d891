using Azure.Data.Tables;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>One row an application, in a partition of its own: it is read at every send and verify.</summary>
internal sealed class ApplicationTable(Tables tables) : IApplicationStore
{
    private const string Row = "application";

    public async Task<VersionedApplication?> FindAsync(string clientId, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Applications, clientId, Row, cancellation) is { } row
            ? new VersionedApplication(Read(row), row.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<Application>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = after is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        return [.. (await TableFaults.ListAsync(tables.Applications, filter, count, cancellation)).Select(Read)];
    }

    public Task<bool> TryAddAsync(Application application, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(tables.Applications, Write(application), cancellation);

    public Task<bool> TryReplaceAsync(Application application, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(tables.Applications, Write(application), version, cancellation);

    public Task<bool> TryDeleteAsync(string clientId, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Applications, clientId, Row, version, cancellation);

    private static Application Read(TableEntity row) => new(
        row.PartitionKey,
        Text(row, "Name"),
        row.GetDateTimeOffset("CreatedAt").GetValueOrDefault(),
        Text(row, "SecretHash"),
        new OtpSettings
        {
            Length = row.GetInt32("Length").GetValueOrDefault(),
            Alphabet = Enum.Parse<CodeAlphabet>(Text(row, "Alphabet")),
            ExpireMinutes = row.GetInt32("ExpireMinutes").GetValueOrDefault(),
            MaxFailures = row.GetInt32("MaxFailures").GetValueOrDefault(),
            Reuse = row.GetBoolean("Reuse").GetValueOrDefault(),
        });

    private static string Text(TableEntity row, string column) => row.GetString(column) ?? "";

    private static TableEntity Write(Application application) => new(application.ClientId, Row)
    {
        ["Name"] = application.Name,
        ["CreatedAt"] = application.CreatedAt,
        ["SecretHash"] = application.SecretHash,
        ["Length"] = application.Otp.Length,
        ["Alphabet"] = application.Otp.Alphabet.ToString(),
        ["ExpireMinutes"] = application.Otp.ExpireMinutes,
        ["MaxFailures"] = application.Otp.MaxFailures,
        ["Reuse"] = application.Otp.Reuse,
    };
}
