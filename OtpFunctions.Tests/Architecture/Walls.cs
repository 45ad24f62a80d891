namespace OtpFunctions.Tests.Architecture;

/// <summary>Every wall of the product, by its sentence.</summary>
internal static class Walls
{
    private const string Core = Product.CoreFolder;
    private const string App = Product.AppFolder;
    private const string Storage = Core + "Storage/";
    private const string Email = Core + "Delivery/Email/";
    private const string Sms = Core + "Delivery/Sms/";
    private const string Acs = Core + "Delivery/Acs/";

    public static IReadOnlyDictionary<string, Wall> All { get; } =
        new[] { OfCore(), OfApp(), OfDialects() }.SelectMany(walls => walls).ToDictionary(wall => wall.Sentence);

    private static IEnumerable<Wall> OfCore() =>
    [
        new(
            "the core names no web framework, no Functions type and nothing of the app",
            [Core],
            [],
            ["Microsoft.AspNetCore", "Microsoft.Azure.Functions", "Program", .. Product.AppFolders.Select(NamespaceOf)]),
        new("only Storage names tables", [Core], [Storage], ["Azure.Data.Tables"]),
        new("only Delivery/Email names Azure's e-mail", [Core], [Email], ["Azure.Communication.Email"]),
        new("only Delivery/Sms names Azure's SMS", [Core], [Sms], ["Azure.Communication.Sms"]),
        new(
            "only Storage, Delivery/Email, Delivery/Sms and Delivery/Acs name Azure, its faults and its identities",
            [Core],
            [Storage, Email, Sms, Acs],
            ["Azure", "Azure.RequestFailedException", "Azure.Identity"]),
        new("only Captchas/Drawing names SkiaSharp", [Core], [Core + "Captchas/Drawing/"], ["SkiaSharp"]),
        new(
            "the pure rules name no task, no clock, no storage and no chance",
            [Core + "Codes/RecipientState.cs", Core + "Limits/"],
            // The operation that loads and saves what the pure CallTimes judge.
            [Core + "Limits/CallerWindows.cs", Core + "Limits/Budgets/"],
            [
                "System.Threading", "System.TimeProvider", "System.Random", "System.Security.Cryptography",
                "OtpFunctions.Core.Secrecy", "OtpFunctions.Core.Storage", "Azure",
            ]),
    ];

    // A folder of the app names itself, the core and Http; Composition and Program.cs put everyone together.
    private static IEnumerable<Wall> OfApp() =>
    [
        new("nobody names Program", [App], [App + "Program.cs"], ["Program"]),
        .. Product.AppFolders.Where(folder => folder != "Composition").Select(folder => new Wall(
            $"{folder} names no other folder of the app{(folder == "Http" ? "" : " but Http")}",
            [App + folder + "/"],
            [],
            [.. Product.AppFolders.Except([folder, "Http"]).Select(NamespaceOf)])),
    ];

    private static IEnumerable<Wall> OfDialects() => Product.Dialects.Select(dialect => new Wall(
        $"{dialect} names no storage and nothing of Azure",
        [App + dialect + "/"],
        [],
        ["OtpFunctions.Core.Storage", "Azure"]));

    private static string NamespaceOf(string folder) => "OtpFunctions." + folder;
}
