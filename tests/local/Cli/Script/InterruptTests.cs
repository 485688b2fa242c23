namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>Ctrl-C during a step of the script ends all processes of the step.</summary>
public sealed class InterruptTests : ScriptRun
{
    // A build that starts a child process and would run for an hour.
    private const string Build = """
        case $1 in
            --version) echo 10.0.100 ;;
            msbuild) ;;
            *) sleep 3600 & echo "$$ $!" >started.tmp; mv started.tmp started; wait ;;
        esac
        """;

    [Theory, InlineData("INT", 130), InlineData("TERM", 143)]
    public async Task Ends_the_processes_of_the_step(string signal, int expected)
    {
        Give("dotnet", Build);
        using var process = Start("preview");
        var children = await StartedAsync(process);

        await Tool.SignalAsync(process, signal);

        var (exitCode, output, errors) = await Tool.EndAsync(process);
        Assert.Equal((expected, ""), (exitCode, output));
        Assert.EndsWith("workout: interrupted.\n", errors, StringComparison.Ordinal);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
    }

    private async Task<string[]> StartedAsync(Process process)
    {
        while (!File.Exists(PathOf("started")))
        {
            Assert.False(process.HasExited, "The script ended before its step began.");
            await Task.Delay(20);
        }

        return (await File.ReadAllTextAsync(PathOf("started"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
