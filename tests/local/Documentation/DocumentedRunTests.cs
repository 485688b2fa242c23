namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Runs the documents' commands unchanged, except for sizes that would take minutes.</summary>
internal static class DocumentedRuns
{
    // Contains a fault specification.
    private const string Runbook = "docs/runbooks/api-server-errors.md";

    // Commands of the script and the bench, and those that read a user's files, have their own tests.
    private static readonly string[] _elsewhere = ["test", "setup", "doctor", "bench", "import"];

    // Replace the documented or default values; When is an option of the command, null for always.
    // Without faults, a soak with a hostile session fails on latency, which depends on the machine.
    private static readonly (string Command, string? When, string Option, string Value)[] _values =
    [
        ("soak", null, "--operations", "200"), ("soak", null, "--clients", "4"), ("soak", "--redeploys", "--redeploys", "2"),
        ("soak", "--hostile", "--fault-rate", "0.01"), ("fuzz", null, "--requests", "200"),
    ];

    // JsonTests covers --json; a seed does not change the run; runs here use any port.
    private static readonly string[] _ofNoMatter = ["--json", "--seed", "--port"];

    /// <summary>The distinct commands, omitting those whose options are a subset of another's.</summary>
    public static TheoryData<string> Where(Func<string, bool> isWanted)
    {
        var all = MarkdownFile.All.SelectMany(DocumentedCommands.In)
            .Select(arguments => string.Join(' ', DocumentedCommands.Typed(arguments)))
            .Where(typed => typed.Contains(' ', StringComparison.Ordinal) || IsWhole(typed))
            // Commands that call AWS have tests with doubles.
            .Where(typed => !_elsewhere.Contains(typed.Split(' ')[0]) && !typed.Contains("--aws", StringComparison.Ordinal))
            .Select(typed => (Typed: typed, Shape: Shape(typed))).DistinctBy(command => string.Join(' ', command.Shape)).ToArray();
        return
        [
            .. all.Where(one => isWanted(one.Typed) && !all.Any(other => other.Shape.IsProperSupersetOf(one.Shape)))
                .Select(command => command.Typed).Order(StringComparer.Ordinal),
        ];
    }

    public static bool IsUp(string typed) => typed.Split(' ')[0] == "up" && !typed.Contains("--help", StringComparison.Ordinal);

    public static bool IsOfARun(string typed) => typed.Split(' ')[0] is "repair" or "erase" or "redeploy";

    /// <summary>The command succeeded, and its output has no colour, cursor movement or trailing spaces.</summary>
    public static void AssertGood(string command, int exitCode, string output, string error)
    {
        Assert.True(exitCode == 0, $"./workout {command} ended with {exitCode}:\n{output}\n{error}");
        Assert.All($"{output}\n{error}".Split('\n'), line => Assert.DoesNotMatch(@"[\e\r\b]|[ \t]$", line));
    }

    // Commands that run without arguments; prose names others without their arguments.
    private static bool IsWhole(string typed) => typed is "up" or "grants" or "soak" or "fuzz" or "preview" or "scale" or "doctor" or "package";

    private static SortedSet<string> Shape(string typed) =>
        [.. typed.Split(' ').Where((word, place) => place == 0 || word.StartsWith('-')).Except(_ofNoMatter)];

    public static string[] Shortened(string[] arguments)
    {
        var values = _values.Where(value => value.Command == arguments[0] && (value.When is null || arguments.Contains(value.When))).ToArray();
        return [.. Without(arguments, [.. values.Select(value => value.Option)]), .. values.SelectMany(value => new[] { value.Option, value.Value })];
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

/// <summary>Commands that run the stack; they leave no process and no file when stopped.</summary>
public sealed class DocumentedUpTests
{
    public static TheoryData<string> Commands => DocumentedRuns.Where(DocumentedRuns.IsUp);

    [Theory, MemberData(nameof(Commands))]
    public async Task Works_as_documented_and_leaves_nothing_behind(string command)
    {
        var options = DocumentedRuns.Without(command.Split(' ')[1..], "--port", "--json");
        await using var up = await UpProcess.StartAsync(repository => DocumentedRuns.PutFaults(repository, options), options);
        var local = Path.Combine(up.RepositoryRoot, "artifacts", "local");
        await new ApiClient(up.Url).GetAsync("/stats/anyone");
        var (children, files) = (up.Descendants(), Directory.GetFiles(local).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList());
        Assert.Single(Directory.GetDirectories(up.TemporaryFiles.Root, "workout-up-*"));

        var (exitCode, restOfOutput) = await up.StopAsync();

        DocumentedRuns.AssertGood(command, exitCode, restOfOutput, up.StandardError);
        Assert.Equal("", restOfOutput);
        Assert.True(children.Length >= 2, "DynamoDB Local and a function should have run.");
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
        Assert.Empty(Directory.GetDirectories(up.TemporaryFiles.Root, "workout-up-*"));
        Assert.Equal(["calls.jsonl", $"{DocumentedRuns.StackOf(options)}.json"], files);
        Assert.Equal(["calls.jsonl"], Directory.GetFiles(local).Select(Path.GetFileName));
    }
}

/// <summary>Commands that need a running stack, one per stack.</summary>
public sealed class DocumentedRepairTests(DocumentedRepairTests.Runs runs) : IClassFixture<DocumentedRepairTests.Runs>
{
    public static TheoryData<string> Commands => DocumentedRuns.Where(DocumentedRuns.IsOfARun);

    [Theory, MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var arguments = command.Split(' ');
        var up = await runs.OfAsync(DocumentedRuns.StackOf(arguments));

        var (exitCode, output, error) = await up.RunCommandAsync(arguments);

        DocumentedRuns.AssertGood(command, exitCode, output, error);
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

/// <summary>All other commands.</summary>
[LongRunning]
public sealed class DocumentedRunTests
{
    private static readonly string[] _graphs = ["--base", "--change"];

    public static TheoryData<string> Commands => DocumentedRuns.Where(typed => !DocumentedRuns.IsUp(typed) && !DocumentedRuns.IsOfARun(typed));

    [Theory, MemberData(nameof(Commands))]
    public async Task Works_as_documented(string command)
    {
        var arguments = command.Split(' ');

        var (exitCode, output, error) = arguments switch
        {
            ["plan", ..] => await PlanAsync(arguments),
            // Another program is built in its source folder.
            _ when arguments.Contains("--program") => await Tool.Workout(arguments).RunAsync(),
            _ => await CommandLine.RunAsync(DocumentedRuns.Shortened(arguments)),
        };

        DocumentedRuns.AssertGood(command, exitCode, output, error);
    }

    // BaseProgramTests covers a base in git; here the stack is compared with itself.
    private static async Task<(int ExitCode, string Output, string Error)> PlanAsync(string[] arguments)
    {
        using var folder = new Sandbox();
        var (_, graph, _) = await CommandLine.RunAsync("preview", "--stack", DocumentedRuns.StackOf(arguments), "--json");
        folder.Write("graph.json", graph);
        string[] files = [.. _graphs.Where(arguments.Contains).SelectMany(option => new[] { option, folder.PathOf("graph.json") })];
        return await CommandLine.RunAsync([.. DocumentedRuns.Without(arguments, _graphs), .. files]);
    }
}

/// <summary>The README's first commands, run in a shell.</summary>
[Collection(SharedRun.Name)]
public sealed class ReadmeTests(UpFixture fixture)
{
    [Fact]
    public async Task The_first_workout_is_logged_and_counted()
    {
        var block = MarkdownFile.Read("README.md").CodeBlocks.Single(block => block.Code.StartsWith("alias api=", StringComparison.Ordinal)).Code;
        var script = block
            .Replace("http://127.0.0.1:8080/", fixture.Up.Url.ToString(), StringComparison.Ordinal).Replace("athlete-1", "readme", StringComparison.Ordinal);

        var output = await Tool.Bash($"set -e; shopt -s expand_aliases\n{script.Replace("\napi ", "\necho; api -s ", StringComparison.Ordinal)}").OutputAsync();
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).ToArray();

        Assert.Equal("readme", (string?)answers[0]!["userId"]);
        Assert.Equal(1, (int?)answers[^1]!["totalWorkouts"]);
        Assert.Equal(42.5m, (decimal?)answers[^1]!["totalDurationMinutes"]);
    }
}
