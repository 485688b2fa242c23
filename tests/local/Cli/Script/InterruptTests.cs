namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>Ctrl-C during a step of the script: everything that the step started ends with it.</summary>
public sealed class InterruptTests
{
    // A build that starts a process of its own and would go on for an hour.
    private const string Build = """
        case $1 in
            --version) echo 10.0.100 ;;
            msbuild) ;;
            *) sleep 3600 & echo "$$ $!" >started.tmp; mv started.tmp started; wait ;;
        esac
        """;

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Ends_what_the_step_started(string signal, int expected)
    {
        using var script = new ScriptRun();
        script.Give("dotnet", Build);
        using var process = script.Start("preview");
        var children = await StartedAsync(script, process);

        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var (exitCode, output, errors) = await ScriptRun.EndAsync(process);
        Assert.Equal((expected, ""), (exitCode, output));
        Assert.EndsWith("workout: stopped before the end.\n", errors, StringComparison.Ordinal);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
    }

    private static async Task<string[]> StartedAsync(ScriptRun script, Process process)
    {
        while (!File.Exists(script.PathOf("started")))
        {
            Assert.False(process.HasExited, "The script ended before its step began.");
            await Task.Delay(20);
        }

        return (await File.ReadAllTextAsync(script.PathOf("started"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
