using System.Runtime.CompilerServices;

namespace Azure.Communication.Email;

public readonly struct EmailSendStatus : IEquatable<EmailSendStatus>
{
    private readonly string _value;

    public EmailSendStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static EmailSendStatus NotStarted => Named();

    public static EmailSendStatus Running => Named();

    public static EmailSendStatus Succeeded => Named();

    public static EmailSendStatus Failed => Named();

    public static EmailSendStatus Canceled => Named();

    public static implicit operator EmailSendStatus(string value) => new(value);

    public static bool operator ==(EmailSendStatus left, EmailSendStatus right) => left.Equals(right);

    public static bool operator !=(EmailSendStatus left, EmailSendStatus right) => !left.Equals(right);

    public bool Equals(EmailSendStatus other) =>
        string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is EmailSendStatus other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;

    private static EmailSendStatus Named([CallerMemberName] string name = "") => new(name);
}
