namespace OtpFunctions.Core.Directory;

/// <summary>A session and its user, being read. What fails concerns only who awaits it.</summary>
internal sealed class SessionReading
{
    private readonly Task<FoundSession> _rows;
    private readonly Func<string, Task<User?>>? _elsewhere;
    private readonly string _supposed;
    private readonly Task<User?>? _asked;

    /// <summary>Begins to ask for the user, if another system knows it.</summary>
    /// <param name="rows">The session, and the user if the tables know it.</param>
    /// <param name="elsewhere">Asks another system by name; null where the users are in the tables.</param>
    /// <param name="supposed">The name to ask for before the session says whose it is.</param>
    public SessionReading(Task<FoundSession> rows, Func<string, Task<User?>>? elsewhere, string supposed)
    {
        (_rows, _elsewhere, _supposed, _asked) = (rows, elsewhere, supposed, elsewhere?.Invoke(supposed));
        _rows.Forget();
        _asked?.Forget();
    }

    public async Task<SessionRecord?> SessionAsync() => (await _rows).Session?.Value;

    /// <summary>Who has the name the session was opened for, or null.</summary>
    public async Task<User?> UserOfAsync(SessionRecord session) =>
        _elsewhere is null ? (await _rows).User
        : await (session.UserName == _supposed ? _asked! : _elsewhere(session.UserName));
}
