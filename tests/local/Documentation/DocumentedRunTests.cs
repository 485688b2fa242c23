using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The commands of the documents are run as a reader would: as they stand, but for the size of what takes minutes.</summary>
public sealed class DocumentedRunTests
{
    // Has a specification of faults.
    private const string Runbook = "docs/runbooks/api-server-errors.md";

    // Run by the script and by the bench's own tests; what works on AWS has its doubles there (RepairTests).
    private static readonly string[] _elsewhere = ["test", "setup", "help", "bench"];

    // In place of the sizes that a document takes.
    private static readonly Dictionary<string, string[]> _small = new()
    {
        ["soak"] = ["--operations", "200", "--clients", "4"],
        ["fuzz"] = ["--requests", "200"],
    };

    /// <summary>One of those that differ in numbers and names only.</summary>
    public static TheoryData<string> Commands =>
    [
        .. MarkdownFile.All.SelectMany(DocumentedCommands.In)
            .Select(arguments => string.Join(' ', DocumentedCommands.Typed(arguments)))
            .Where(typed => typed.Contains(' ', StringComparison.Ordinal) || IsWhole(typed))
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
            "up" => await UpAsync(arguments[1..]),
            "repair" or "redeploy" => await BesideUpAsync(arguments),
            _ => await AloneAsync(Shortened(arguments)),
        };

        Assert.True(exitCode == 0, $"./workout {command} ended with {exitCode}:\n{error}");
    }

    // Alone it does something; a text that only speaks of a command leaves out what it must be given.
    private static bool IsWhole(string typed) => typed is "up" or "grants" or "soak" or "fuzz" or "preview" or "scale" or "doctor" or "package";

    private static string Shape(string typed) => string.Join(' ', typed.Split(' ').Where((word, place) =>
        place == 0 || word.StartsWith('-') || typed.Split(' ')[place - 1] == "--stack"));

    private static string[] Shortened(string[] arguments) => _small.TryGetValue(arguments[0], out var small)
        ? [.. arguments.Where((word, place) => !small.Contains(word) && (place == 0 || !small.Contains(arguments[place - 1]))), .. small]
        : arguments;

    private static async Task<(int ExitCode, string Error)> AloneAsync(string[] arguments)
    {
        var (exitCode, _, error) = await UpProcess.RunAloneAsync(arguments);
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
        var stack = Array.IndexOf(arguments, "--stack") is >= 0 and var place ? arguments[place + 1] : "dev";
        await using var up = await UpProcess.StartAsync(null, "--stack", stack);
        var (exitCode, _, error) = await up.RunCommandAsync(arguments);
        return (exitCode, error);
    }

    private static void PutFaults(string repository, string[] options)
    {
        if (Array.IndexOf(options, "--faults") is >= 0 and var place)
        {
            File.WriteAllText(Path.Combine(repository, options[place + 1]), MarkdownFile.Read(Runbook).CodeBlocks.First(block => block.Language == "json").Code);
        }
    }
}
