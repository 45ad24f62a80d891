using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class FunctionKeys
{
    public const string Section = "Functions:Keys";

    private readonly Dictionary<string, byte[]> _hashes;

    public FunctionKeys(IConfiguration configuration) => _hashes = configuration.GetSection(Section).GetChildren()
        .Where(key => !string.IsNullOrEmpty(key.Value))
        .ToDictionary(key => key.Key, key => Hash(key.Value!), StringComparer.OrdinalIgnoreCase);

    public bool Allow(HttpFunction function, HttpRequest request) => _hashes.Count == 0 || function.AuthLevel switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => Opens(request, "Master", "Host", function.Name),
        AuthorizationLevel.User or AuthorizationLevel.System or AuthorizationLevel.Admin => AllowAdmin(request),
    };

    public bool AllowAdmin(HttpRequest request) => _hashes.Count == 0 || Opens(request, "Master");

    private bool Opens(HttpRequest request, params ReadOnlySpan<string> names)
    {
        var sent = request.Headers["x-functions-key"].ToString();
        if (sent.Length == 0)
            sent = request.Query["code"].ToString();
        if (sent.Length == 0)
            return false;

        // Hashed first, so that the comparison takes as long whatever the length of what was sent.
        var hash = Hash(sent);
        var opens = false;
        foreach (var name in names)
            opens |= _hashes.TryGetValue(name, out var key) && CryptographicOperations.FixedTimeEquals(hash, key);
        return opens;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
