using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class ListenAddress
{
    private const int DefaultPort = 7071;

    public static IEnumerable<string> Choose(string? port, string? urls)
    {
        if (port is null && urls is not null)
            return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var number = port is null ? DefaultPort : Parse(port);
        // Kestrel does not look for a free port on both loopback addresses at once.
        return [number == 0 ? "http://127.0.0.1:0" : $"http://localhost:{number}"];
    }

    // Where a person on this machine finds it.
    public static string Display(string address)
    {
        var binding = BindingAddress.Parse(address);
        var isHere = binding.Host is "127.0.0.1" or "[::1]" or "0.0.0.0" or "[::]" or "*" or "+";
        return $"{binding.Scheme}://{(isHere ? "localhost" : binding.Host)}:{binding.Port}";
    }

    private static int Parse(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new StartException([$"--port must be a number from 0 to 65535, not '{port}'."]);
}
