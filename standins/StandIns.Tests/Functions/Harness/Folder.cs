namespace StandIns.Tests.Functions.Harness;

internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("standins-").FullName;

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
