namespace WorkoutLog.Local.Tests.Cli.Script;

public sealed class ShellCheckTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    [Fact]
    public Task Finds_nothing_in_the_script_and_its_parts() => new Tool("shellcheck", "--external-sources", "--check-sourced", "workout").OutputAsync();

    [Fact]
    public void Sees_every_part() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(_root, "scripts"), "*.sh").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
        File.ReadLines(Path.Combine(_root, "workout")).Where(line => line.StartsWith("# shellcheck source=scripts/", StringComparison.Ordinal))
            .Select(line => line.Split('/')[1]).Order(StringComparer.Ordinal));

    [Fact]
    public Task Finds_nothing_in_the_completion_of_bash() => new Tool("shellcheck", "--shell=bash", "-") { Input = CompletionCommand.ScriptFor("bash") }.OutputAsync();
}
