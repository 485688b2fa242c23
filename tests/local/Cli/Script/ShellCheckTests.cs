namespace WorkoutLog.Local.Tests.Cli.Script;

public sealed class ShellCheckTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    [Fact]
    public async Task Finds_nothing_in_the_script_and_its_parts() => Assert.Equal("", await CheckAsync(null, "--external-sources", "--check-sourced", "workout"));

    [Fact]
    public void Sees_every_part() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(_root, "scripts"), "*.sh").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
        File.ReadLines(Path.Combine(_root, "workout")).Where(line => line.StartsWith("# shellcheck source=scripts/", StringComparison.Ordinal))
            .Select(line => line.Split('/')[1]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Finds_nothing_in_the_completion_of_bash() =>
        Assert.Equal("", await CheckAsync(CompletionCommand.ScriptFor("bash"), "--shell=bash", "-"));

    private static async Task<string> CheckAsync(string? input, params string[] arguments)
    {
        using var check = Process.Start(new ProcessStartInfo("shellcheck", arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await check.StandardInput.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{input}"));
        check.StandardInput.Close();
        var output = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        return output;
    }
}
