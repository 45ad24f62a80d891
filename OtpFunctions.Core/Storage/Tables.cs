using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace OtpFunctions.Core.Storage;

/// <summary>The product's tables. Made when first written to: a start waits for nothing.</summary>
internal sealed class Tables
{
    private readonly TableServiceClient _service;

    public Tables(StorageOptions options, TimeProvider clock)
    {
        _service = Connect(options, clock);
        Recipients = _service.GetTableClient(options.TablePrefix + "recipients");
        Applications = _service.GetTableClient(options.TablePrefix + "applications");
        Users = _service.GetTableClient(options.TablePrefix + "users");
        Callers = _service.GetTableClient(options.TablePrefix + "callers");
        Windows = _service.GetTableClient(options.TablePrefix + "windows");
        Captchas = _service.GetTableClient(options.TablePrefix + "captchas");
        Records = _service.GetTableClient(options.TablePrefix + "records");
        Purged = [Recipients, Users, Windows, Captchas, Records];
    }

    /// <summary>Recipients, and an index row an address of a user.</summary>
    public TableClient Recipients { get; }

    public TableClient Applications { get; }

    /// <summary>Users by name, and their sessions beside them.</summary>
    public TableClient Users { get; }

    public TableClient Callers { get; }

    /// <summary>What is counted over others than one recipient: callers' network addresses, budgets.</summary>
    public TableClient Windows { get; }

    /// <summary>Captchas: those that wait for an answer, and uses of those that a device solves.</summary>
    public TableClient Captchas { get; }

    /// <summary>What became of messages, and counts of it.</summary>
    public TableClient Records { get; }

    /// <summary>The tables whose rows have a PurgeAfter.</summary>
    public IReadOnlyList<TableClient> Purged { get; }

    private static TableServiceClient Connect(StorageOptions options, TimeProvider clock)
    {
        // A request answers within its deadline: two quick retries, and no attempt may hang.
        var client = new TableClientOptions
        {
            Retry =
            {
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = TimeSpan.FromSeconds(4),
            },
        };
        client.AddPolicy(new RoundTrips(clock), HttpPipelinePosition.PerRetry);
        return options.ServiceUri is { } uri
            ? new TableServiceClient(uri, Identity(options.ClientId), client)
            : new TableServiceClient(options.ConnectionString ?? "", client);
    }

    private static TokenCredential Identity(string? clientId) => string.IsNullOrWhiteSpace(clientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
