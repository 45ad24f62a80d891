namespace OtpFunctions.Core.Directory;

/// <summary>Somebody who may send codes. Its secret is known only as a keyed hash.</summary>
public sealed class Application
{
    internal Application(string clientId, string name, DateTimeOffset createdAt, string secretHash, OtpSettings otp) =>
        (ClientId, Name, CreatedAt, SecretHash, Otp) = (clientId, name, createdAt, secretHash, otp);

    /// <summary>32 lower-case hex digits.</summary>
    public string ClientId { get; }

    /// <summary>What people call it, 1 to 64 characters.</summary>
    public string Name { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>How it wants its codes.</summary>
    public OtpSettings Otp { get; }

    internal string SecretHash { get; }

    internal Application With(string? secretHash = null, OtpSettings? otp = null) =>
        new(ClientId, Name, CreatedAt, secretHash ?? SecretHash, otp ?? Otp);
}
