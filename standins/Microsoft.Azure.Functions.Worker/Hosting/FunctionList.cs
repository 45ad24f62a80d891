using System.Text;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal static class FunctionList
{
    public static Task PrintAsync(IEnumerable<FunctionEntry> functions, string baseAddress, TextWriter output)
    {
        var text = new StringBuilder().AppendLine().AppendLine("Functions:").AppendLine();
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
            text.Append('\t').AppendLine(function.Describe(baseAddress)).AppendLine();
        return output.WriteAsync(text.ToString());
    }
}
