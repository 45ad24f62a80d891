using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace OtpFunctions.Core.Storage;

/// <summary>The product's tables. Made when first written to: a start waits for nothing.</summary>
internal sealed class Tables
{
    private readonly TableServiceClient _service;

    public Tables(StorageOptions options)
    {
        _service = Connect(options);
        Recipients = _service.GetTableClient(options.TablePrefix + "recipients");
        Applications = _service.GetTableClient(options.TablePrefix + "applications");
    }

    public TableClient Recipients { get; }

    public TableClient Applications { get; }

    private static TableServiceClient Connect(StorageOptions options)
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
        return options.ServiceUri is { } uri
            ? new TableServiceClient(uri, Identity(options.ClientId), client)
            : new TableServiceClient(options.ConnectionString ?? "", client);
    }

    private static TokenCredential Identity(string? clientId) => string.IsNullOrWhiteSpace(clientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
