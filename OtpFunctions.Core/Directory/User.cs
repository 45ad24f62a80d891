using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Directory;

/// <summary>A user as a directory knows it. Does not print its addresses.</summary>
/// <param name="name">As <see cref="UserName"/> allows; compared exactly.</param>
/// <param name="email">Where e-mail reaches it, or null.</param>
/// <param name="phone">Where text messages reach it, or null.</param>
public sealed class User(string name, EmailAddress? email, PhoneNumber? phone)
{
    /// <summary>The name, unique in the directory.</summary>
    public string Name { get; } = name;

    /// <summary>The e-mail address, no other user's, or null.</summary>
    public EmailAddress? Email { get; } = email;

    /// <summary>The phone number, no other user's, or null.</summary>
    public PhoneNumber? Phone { get; } = phone;

    /// <summary>
    /// Another for each user ever made in the tables: who gets a deleted user's name gets neither its sessions nor its
    /// addresses. Empty for users of an external directory.
    /// </summary>
    internal string Incarnation { get; init; } = "";

    internal IEnumerable<Address> Addresses
    {
        get
        {
            if (Email is not null)
            {
                yield return Email;
            }

            if (Phone is not null)
            {
                yield return Phone;
            }
        }
    }

    /// <summary>No address in a log by accident.</summary>
    public override string ToString() => nameof(User);
}
