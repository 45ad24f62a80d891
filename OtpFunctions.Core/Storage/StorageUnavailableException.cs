namespace OtpFunctions.Core.Storage;

/// <summary>The storage did not answer in time, or with a fault of its own. Its message names no key and no address.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>No more is known.</summary>
    public StorageUnavailableException()
        : base("The storage is unavailable.")
    {
    }

    /// <summary>With what the storage said.</summary>
    /// <param name="message">A status and an error code.</param>
    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what the client threw.</summary>
    /// <param name="message">A status and an error code.</param>
    /// <param name="innerException">The client's exception.</param>
    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
