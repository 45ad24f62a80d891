namespace OtpFunctions.Core.Records;

/// <summary>What became of a delivery report.</summary>
internal enum ReportOutcome
{
    /// <summary>It is on the record.</summary>
    Recorded,

    /// <summary>The record has the same report, or a newer one.</summary>
    Known,

    /// <summary>There is no such record, and will be none.</summary>
    Foreign,

    /// <summary>There is no such record yet, or too many wrote to it: to be sent again.</summary>
    TooEarly,
}
