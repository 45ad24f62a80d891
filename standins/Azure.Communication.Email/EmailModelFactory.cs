namespace Azure.Communication.Email;

public static class EmailModelFactory
{
    public static EmailSendResult EmailSendResult(string? id = default, EmailSendStatus status = default) =>
        new(id, status);
}
