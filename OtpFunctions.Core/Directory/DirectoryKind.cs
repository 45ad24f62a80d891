namespace OtpFunctions.Core.Directory;

/// <summary>Where the users are.</summary>
public enum DirectoryKind
{
    /// <summary>In the service's own tables, managed by its console.</summary>
    Tables,

    /// <summary>In a system that is asked over HTTPS.</summary>
    Http,
}
