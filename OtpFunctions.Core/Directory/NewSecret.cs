namespace OtpFunctions.Core.Directory;

/// <summary>An application with the secret it was just given: the only time it is seen.</summary>
public sealed class NewSecret
{
    internal NewSecret(Application application, string secret) => (Application, Secret) = (application, secret);

    /// <summary>Whose it is.</summary>
    public Application Application { get; }

    /// <summary>32 lower-case hex digits, unless the caller brought one.</summary>
    public string Secret { get; }
}
