using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Ids nobody has, in every call that takes one: 404, whatever is in them.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class UnknownApplicationTests(SharedApp shared)
{
    public static TheoryData<string> Ids() =>
    [
        "07c9770f22b1460398d44b4a3543db79",
        "07C9770F22B1460398D44B4A3543DB79",
        "x",
        "'",
        "''",
        "' or '1' eq '1",
        "\"",
        "a/b",
        "../clients",
        "..\\clients",
        "a?b#c",
        "a%2Fb",
        "%",
        "%zz",
        "a\r\nb",
        "\t",
        "{id}",
        "应用",
        "💩",
        "İ",
        "a b",
        "(PartitionKey='x',RowKey='y')",
        new string('a', 1000),
        new string('用', 500),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_unknown_application_is_404_in_every_call(string id)
    {
        var console = shared.Console;
        var path = Uri.EscapeDataString(id);
        Answer[] answers =
        [
            await console.GetAsync(path),
            await console.DeleteAsync(path),
            await console.GetAsync(path + "/otp-config"),
            await console.PutAsync(path + "/otp-config", ConsoleCaller.OtpConfig()),
            await console.PutAsync(path + "/secret"),
        ];

        Assert.All(answers, answer => answer.ExpectProblem(HttpStatusCode.NotFound));
    }

    [LocalFact]
    public async Task A_path_with_NUL_is_refused_by_the_server_itself()
    {
        var answer = await shared.Console.GetAsync("%00");

        Assert.Equal((HttpStatusCode.BadRequest, ""), (answer.Status, answer.Body));
    }
}
