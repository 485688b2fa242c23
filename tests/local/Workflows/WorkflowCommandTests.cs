namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>The commands and scripts of the workflows exist and are valid.</summary>
public sealed partial class WorkflowCommandTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    // Commands of the script itself.
    private static readonly string[] _ofTheScript = ["test", "setup"];

    public static TheoryData<string> All => [.. Workflow.Paths, .. Workflow.ActionPaths];

    public static IEnumerable<string> Scripts => Directory.EnumerateFiles(Path.Combine(_root, ".github", "scripts")).Select(file => Path.GetRelativePath(_root, file));

    public static TheoryData<string> EachScript => [.. Scripts];

    [Theory, MemberData(nameof(All))]
    public void Each_command_line_is_valid(string path) => Assert.All(
        Workflow.Read(path).Runs.SelectMany(run => Command().Matches(run)).Select(match => match.Groups["arguments"].Value.Trim()).Except(_ofTheScript),
        arguments => Assert.Empty(WorkoutCommand.Create()
            .Parse(Redirection().Replace(arguments, "").Replace("\"$STACK\"", "dev", StringComparison.Ordinal))
            .Errors.Select(error => $"{arguments}: {error.Message}")));

    [Fact]
    public void The_plan_command_of_pull_requests_is_included() =>
        Assert.Contains("./workout plan --base HEAD --change change/graph.json --stack \"$STACK\" --markdown", Workflow.Read(".github/workflows/preview.yml").Text, StringComparison.Ordinal);

    [Theory, MemberData(nameof(All))]
    public void Each_command_is_valid_bash_and_runs_existing_scripts(string path)
    {
        var runs = Workflow.Read(path).Runs.ToArray();

        Assert.All(runs, Bash.AssertValid);
        Assert.All(runs.SelectMany(run => Script().Matches(run)), match => Assert.True(File.Exists(Path.Combine(_root, match.Value))));
    }

    [Theory, MemberData(nameof(EachScript))]
    public void Each_script_fails_fast_and_is_executable_unless_it_is_sourced(string path)
    {
        var text = File.ReadAllText(Path.Combine(_root, path));
        var sourced = text.Contains("Sourced by", StringComparison.Ordinal);

        Assert.StartsWith("#!/usr/bin/env bash\n", text, StringComparison.Ordinal);
        Assert.Equal(!sourced, text.Contains("\nset -euo pipefail\n", StringComparison.Ordinal));
        Assert.Equal(!sourced, File.GetUnixFileMode(Path.Combine(_root, path)).HasFlag(UnixFileMode.UserExecute));
        Bash.AssertValid(text);
    }

    [Fact]
    public Task ShellCheck_finds_nothing_in_the_scripts_and_the_doubles() =>
        new Tool("shellcheck", ["--external-sources", .. Scripts, .. Directory.EnumerateFiles(Path.Combine(_root, "tests", "local", "Workflows", "Doubles"))]).OutputAsync();

    [GeneratedRegex(@"\./workout (?<arguments>[^|&;\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s\d?>\S+")]
    private static partial Regex Redirection();

    [GeneratedRegex(@"\.github/scripts/[a-z-]+\.sh")]
    private static partial Regex Script();
}
