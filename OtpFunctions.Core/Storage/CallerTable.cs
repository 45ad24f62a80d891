using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>How a caller lies in its row.</summary>
internal sealed class CallerTable(Tables tables) : DirectoryTable<Caller>(tables.Callers, "caller")
{
    protected override string IdOf(Caller value) => value.Id;

    protected override Caller Read(TableEntity from) => new(
        from.PartitionKey,
        Text(from, "Name"),
        from.GetDateTimeOffset("CreatedAt").GetValueOrDefault(),
        Text(from, "Permissions").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Text(from, "SecretHash"))
    {
        Networks = [.. Text(from, "Networks").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CallerNetwork.Parse)],
    };

    protected override void Write(Caller value, TableEntity to)
    {
        to["Name"] = value.Name;
        to["CreatedAt"] = value.CreatedAt;
        to["Permissions"] = string.Join(' ', value.Permissions);
        to["SecretHash"] = value.SecretHash;
        to["Networks"] = string.Join(' ', value.Networks);
    }
}
