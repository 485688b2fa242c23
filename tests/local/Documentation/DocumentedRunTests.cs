using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The commands of the documents are run as a reader would: as they stand, but for the size of what takes minutes.</summary>
public sealed class DocumentedRunTests
{
    // Has a specification of faults.
    private const string Runbook = "docs/runbooks/api-server-errors.md";

    // The script's own, and the bench's, which have tests of their own.
    private static readonly string[] _elsewhere = ["test", "setup", "doctor", "bench"];

    // In place of the sizes that a document takes, or that a command takes by itself.
    private static readonly (string Command, string Option, string Value, bool Always)[] _sizes =
    [
        ("soak", "--operations", "200", true),
        ("soak", "--clients", "4", true),
        ("soak", "--redeploys", "2", false),
        ("fuzz", "--requests", "200", true),
    ];

    // JsonTests has all of them; what is drawn by chance is drawn all the same.
    private static readonly string[] _ofNoMatter = ["--json", "--seed"];

    /// <summary>One of those that have the same options.</summary>
    public static TheoryData<string> Commands =>
    [
        .. MarkdownFile.All.SelectMany(DocumentedCommands.In)
            .Select(arguments => string.Join(' ', DocumentedCommands.Typed(arguments)))
            .Where(typed => typed.Contains(' ', StringComparison.Ordinal) || IsWhole(typed))
            // What works on AWS has doubles for it in its own tests.
            .Where(typed => !_elsewhere.Contains(typed.Split(' ')[0]) && !typed.Contains("--aws", StringComparison.Ordinal))
            .DistinctBy(Shape)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var arguments = command.Split(' ');

        var (exitCode, error) = arguments[0] switch
        {
            "up" => await UpAsync(Without(arguments[1..], "--port", "--json")),
            "repair" or "redeploy" => await BesideUpAsync(arguments),
            "plan" => await PlanAsync(arguments),
            _ => await AloneAsync(Shortened(arguments)),
        };

        Assert.True(exitCode == 0, $"./workout {command} ended with {exitCode}:\n{error}");
    }

    // Alone it does something; a text that only speaks of a command leaves out what it must be given.
    private static bool IsWhole(string typed) => typed is "up" or "grants" or "soak" or "fuzz" or "preview" or "scale" or "doctor" or "package";

    private static string Shape(string typed) => string.Join(' ', typed.Split(' ')
        .Where((word, place) => place == 0 || word.StartsWith('-'))
        .Except(_ofNoMatter)
        .Order(StringComparer.Ordinal));

    private static string[] Shortened(string[] arguments)
    {
        var sizes = _sizes.Where(size => size.Command == arguments[0] && (size.Always || arguments.Contains(size.Option))).ToArray();
        return [.. Without(arguments, [.. sizes.Select(size => size.Option)]), .. sizes.SelectMany(size => new[] { size.Option, size.Value })];
    }

    // Options with their values.
    private static string[] Without(string[] arguments, params string[] options) =>
        [.. arguments.Where((word, place) => !options.Contains(word) && (word.StartsWith('-') || place == 0 || !options.Contains(arguments[place - 1])))];

    private static async Task<(int ExitCode, string Error)> AloneAsync(string[] arguments)
    {
        var (exitCode, _, error) = await CommandLine.RunAsync(arguments);
        return (exitCode, error);
    }

    private static async Task<(int ExitCode, string Error)> UpAsync(string[] options)
    {
        await using var up = await UpProcess.StartAsync(repository => PutFaults(repository, options), options);
        var (exitCode, _) = await up.StopAsync();
        return (exitCode, up.StandardError);
    }

    private static async Task<(int ExitCode, string Error)> BesideUpAsync(string[] arguments)
    {
        await using var up = await UpProcess.StartAsync(null, "--stack", StackOf(arguments));
        var (exitCode, _, error) = await up.RunCommandAsync(arguments);
        return (exitCode, error);
    }

    // A base that git knows is tried in BaseProgramTests; here the stack is compared with itself.
    private static async Task<(int ExitCode, string Error)> PlanAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("workout-test-");
        var file = Path.Combine(folder.FullName, "graph.json");
        try
        {
            var (_, graph, _) = await CommandLine.RunAsync("preview", "--stack", StackOf(arguments), "--json");
            await File.WriteAllTextAsync(file, graph);
            return await AloneAsync([.. Without(arguments, "--base"), "--base", file]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string StackOf(string[] arguments) => Array.IndexOf(arguments, "--stack") is >= 0 and var place ? arguments[place + 1] : "dev";

    private static void PutFaults(string repository, string[] options)
    {
        if (Array.IndexOf(options, "--faults") is >= 0 and var place)
        {
            File.WriteAllText(Path.Combine(repository, options[place + 1]), MarkdownFile.Read(Runbook).CodeBlocks.First(block => block.Language == "json").Code);
        }
    }
}
