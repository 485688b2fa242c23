using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The commands of the documents are run as a reader would: as they stand, but for the size of what takes minutes.</summary>
internal static class DocumentedRuns
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
    public static TheoryData<string> Where(Func<string, bool> isWanted) =>
    [
        .. MarkdownFile.All.SelectMany(DocumentedCommands.In)
            .Select(arguments => string.Join(' ', DocumentedCommands.Typed(arguments)))
            .Where(typed => typed.Contains(' ', StringComparison.Ordinal) || IsWhole(typed))
            // What works on AWS has doubles for it in its own tests.
            .Where(typed => !_elsewhere.Contains(typed.Split(' ')[0]) && !typed.Contains("--aws", StringComparison.Ordinal))
            .DistinctBy(Shape)
            .Where(isWanted)
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsUp(string typed) => typed.Split(' ')[0] == "up" && !typed.Contains("--help", StringComparison.Ordinal);

    public static bool IsOfARun(string typed) => typed.Split(' ')[0] is "repair" or "redeploy";

    public static void AssertGood(string command, int exitCode, string error) =>
        Assert.True(exitCode == 0, $"./workout {command} ended with {exitCode}:\n{error}");

    // Alone it does something; a text that only speaks of a command leaves out what it must be given.
    private static bool IsWhole(string typed) => typed is "up" or "grants" or "soak" or "fuzz" or "preview" or "scale" or "doctor" or "package";

    private static string Shape(string typed) => string.Join(' ', typed.Split(' ')
        .Where((word, place) => place == 0 || word.StartsWith('-'))
        .Except(_ofNoMatter)
        .Order(StringComparer.Ordinal));

    public static string[] Shortened(string[] arguments)
    {
        var sizes = _sizes.Where(size => size.Command == arguments[0] && (size.Always || arguments.Contains(size.Option))).ToArray();
        return [.. Without(arguments, [.. sizes.Select(size => size.Option)]), .. sizes.SelectMany(size => new[] { size.Option, size.Value })];
    }

    // Options with their values.
    public static string[] Without(string[] arguments, params string[] options) =>
        [.. arguments.Where((word, place) => !options.Contains(word) && (word.StartsWith('-') || place == 0 || !options.Contains(arguments[place - 1])))];

    public static string StackOf(string[] arguments) => Array.IndexOf(arguments, "--stack") is >= 0 and var place ? arguments[place + 1] : "dev";

    public static void PutFaults(string repository, string[] options)
    {
        if (Array.IndexOf(options, "--faults") is >= 0 and var place)
        {
            File.WriteAllText(Path.Combine(repository, options[place + 1]), MarkdownFile.Read(Runbook).CodeBlocks.First(block => block.Language == "json").Code);
        }
    }
}

/// <summary>Those that run the stack themselves.</summary>
public sealed class DocumentedUpTests
{
    public static TheoryData<string> Commands => DocumentedRuns.Where(DocumentedRuns.IsUp);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var options = DocumentedRuns.Without(command.Split(' ')[1..], "--port", "--json");
        await using var up = await UpProcess.StartAsync(repository => DocumentedRuns.PutFaults(repository, options), options);

        var (exitCode, _) = await up.StopAsync();

        DocumentedRuns.AssertGood(command, exitCode, up.StandardError);
    }
}

/// <summary>Those that need a run of the stack beside them, one for each stack.</summary>
public sealed class DocumentedRepairTests(DocumentedRepairTests.Runs runs) : IClassFixture<DocumentedRepairTests.Runs>
{
    public static TheoryData<string> Commands => DocumentedRuns.Where(DocumentedRuns.IsOfARun);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var arguments = command.Split(' ');
        var up = await runs.OfAsync(DocumentedRuns.StackOf(arguments));

        var (exitCode, _, error) = await up.RunCommandAsync(arguments);

        DocumentedRuns.AssertGood(command, exitCode, error);
    }

    public sealed class Runs : IAsyncLifetime
    {
        private readonly Dictionary<string, UpProcess> _runs = [];

        public Task InitializeAsync() => Task.CompletedTask;

        internal async Task<UpProcess> OfAsync(string stack) =>
            _runs.TryGetValue(stack, out var run) ? run : _runs[stack] = await UpProcess.StartAsync(null, "--stack", stack);

        public async Task DisposeAsync()
        {
            foreach (var run in _runs.Values)
            {
                await run.DisposeAsync();
            }
        }
    }
}

/// <summary>All others.</summary>
public sealed class DocumentedRunTests
{
    public static TheoryData<string> Commands => DocumentedRuns.Where(typed => !DocumentedRuns.IsUp(typed) && !DocumentedRuns.IsOfARun(typed));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var arguments = command.Split(' ');

        var (exitCode, _, error) = arguments[0] == "plan" ? await PlanAsync(arguments) : await CommandLine.RunAsync(DocumentedRuns.Shortened(arguments));

        DocumentedRuns.AssertGood(command, exitCode, error);
    }

    // A base that git knows is tried in BaseProgramTests; here the stack is compared with itself.
    private static async Task<(int ExitCode, string Output, string Error)> PlanAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("workout-test-");
        var file = Path.Combine(folder.FullName, "graph.json");
        try
        {
            var (_, graph, _) = await CommandLine.RunAsync("preview", "--stack", DocumentedRuns.StackOf(arguments), "--json");
            await File.WriteAllTextAsync(file, graph);
            return await CommandLine.RunAsync([.. DocumentedRuns.Without(arguments, "--base"), "--base", file]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
