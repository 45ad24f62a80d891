using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Which statuses are an answer and not an error, for each kind of request.</summary>
internal static class Accepted
{
    public static readonly ResponseClassifier Found = new StatusCodeClassifier([200]);
    public static readonly ResponseClassifier FoundOrMissing = new StatusCodeClassifier([200, 404]);
    public static readonly ResponseClassifier Written = new StatusCodeClassifier([201, 204]);
    public static readonly ResponseClassifier WrittenOrConflict = new StatusCodeClassifier([201, 204, 409]);
    public static readonly ResponseClassifier Taken = new StatusCodeClassifier([202]);
    public static readonly ResponseClassifier DeletedOrMissing = new StatusCodeClassifier([204, 404]);
}
