namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Ctrl-C during a long command.</summary>
public sealed class CtrlCTests : Sandbox
{
    [Fact]
    public async Task Ends_a_soak_and_all_its_processes()
    {
        LocalRepository.Create(PathOf("repository"));
        using var soak = Process.Start(CommandLine.In(this, "soak", "--operations", "1000000").StartInfo())!;
        while (await soak.StandardError.ReadLineAsync() is { } line && !line.Contains("operations by", StringComparison.Ordinal))
        {
        }

        var children = ProcessTree.DescendantsOf(soak.Id).ToArray();
        await Tool.SignalAsync(soak, "INT");
        var (exitCode, output, errors) = await Tool.EndAsync(soak);

        Assert.Equal((130, ""), (exitCode, output));
        Assert.EndsWith("workout: interrupted.\n", errors, StringComparison.Ordinal);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
    }
}
