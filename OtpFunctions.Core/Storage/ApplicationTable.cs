using Azure.Data.Tables;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>How an application lies in its row, which is read at every send and verify.</summary>
internal sealed class ApplicationTable(Tables tables) : DirectoryTable<Application>(tables.Applications, "application")
{
    protected override string IdOf(Application value) => value.ClientId;

    protected override Application Read(TableEntity from) => new(
        from.PartitionKey,
        Text(from, "Name"),
        from.GetDateTimeOffset("CreatedAt").GetValueOrDefault(),
        Text(from, "SecretHash"),
        new OtpSettings
        {
            Length = from.GetInt32("Length").GetValueOrDefault(),
            Alphabet = Enum.Parse<CodeAlphabet>(Text(from, "Alphabet")),
            ExpireMinutes = from.GetInt32("ExpireMinutes").GetValueOrDefault(),
            MaxFailures = from.GetInt32("MaxFailures").GetValueOrDefault(),
            Reuse = from.GetBoolean("Reuse").GetValueOrDefault(),
        });

    protected override void Write(Application value, TableEntity to)
    {
        to["Name"] = value.Name;
        to["CreatedAt"] = value.CreatedAt;
        to["SecretHash"] = value.SecretHash;
        to["Length"] = value.Otp.Length;
        to["Alphabet"] = value.Otp.Alphabet.ToString();
        to["ExpireMinutes"] = value.Otp.ExpireMinutes;
        to["MaxFailures"] = value.Otp.MaxFailures;
        to["Reuse"] = value.Otp.Reuse;
    }
}
