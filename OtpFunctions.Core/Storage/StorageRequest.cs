using Azure.Core;

namespace OtpFunctions.Core.Storage;

/// <summary>A request to the tables in words that say nothing of its row.</summary>
internal static class StorageRequest
{
    // No name of a table ends with another, so the prefix need not be known.
    private static readonly string[] Kinds =
        ["recipients", "windows", "captchas", "records", "applications", "users", "callers"];

    /// <summary>The operation and the table, without its prefix.</summary>
    /// <param name="method">Of the request.</param>
    /// <param name="path">Of its URI: a table, the keys of a row in brackets, <c>$batch</c> or <c>Tables</c>.</param>
    public static (string Operation, string Table) Describe(RequestMethod method, ReadOnlySpan<char> path)
    {
        var target = path[(path.LastIndexOf('/') + 1)..];
        var bracket = target.IndexOf('(');
        var name = bracket < 0 ? target : target[..bracket];
        return name switch
        {
            // The records alone are written by transactions.
            "$batch" => ("transaction", "records"),
            "Tables" => ("create", "any"),
            _ => (OperationOf(method, bracket >= 0 && target[bracket..] is "()"), KindOf(name)),
        };
    }

    /// <summary>What a status says.</summary>
    public static StorageOutcome OutcomeOf(int status) => status switch
    {
        >= 200 and < 300 => StorageOutcome.Done,
        404 => StorageOutcome.Missing,
        409 or 412 => StorageOutcome.Conflict,
        429 or 503 => StorageOutcome.Busy,
        _ => StorageOutcome.Fault,
    };

    private static string OperationOf(RequestMethod method, bool isQuery) =>
        method == RequestMethod.Get ? isQuery ? "query" : "find"
        : method == RequestMethod.Post ? "add"
        : method == RequestMethod.Put ? "replace"
        : method == RequestMethod.Delete ? "delete"
        : "merge";

    private static string KindOf(ReadOnlySpan<char> name)
    {
        foreach (var kind in Kinds)
        {
            if (name.EndsWith(kind, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return "any";
    }
}
