namespace WorkoutLog.Local.Tests.Cli;

/// <summary>A command that takes long, stopped in the middle.</summary>
public sealed class CtrlCTests : Sandbox
{
    [Fact]
    public async Task Ends_a_soak_with_everything_that_it_started()
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
        Assert.EndsWith("workout: stopped before the end.\n", errors, StringComparison.Ordinal);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
    }
}
