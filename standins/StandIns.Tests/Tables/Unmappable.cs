using System.Text;
using Azure;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class Unmappable : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public StringBuilder? Builder { get; set; }
}
