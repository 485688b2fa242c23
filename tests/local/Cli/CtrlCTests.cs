namespace WorkoutLog.Local.Tests.Cli;

/// <summary>A command that takes long, stopped in the middle.</summary>
public sealed class CtrlCTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    [Fact]
    public async Task Ends_a_soak_with_everything_that_it_started()
    {
        var repository = Path.Combine(_folder.FullName, "repository");
        LocalRepository.Create(repository);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "workout.dll"), "soak", "--operations", "1000000"])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _folder.FullName;
        using var soak = Process.Start(start)!;
        while (await soak.StandardError.ReadLineAsync() is { } line && !line.Contains("operations by", StringComparison.Ordinal))
        {
        }

        var children = ProcessTree.DescendantsOf(soak.Id).ToArray();
        using (var kill = Process.Start("kill", ["-INT", soak.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var (output, errors) = (soak.StandardOutput.ReadToEndAsync(), soak.StandardError.ReadToEndAsync());
        await soak.WaitForExitAsync();

        Assert.Equal((130, ""), (soak.ExitCode, await output));
        Assert.EndsWith("workout: stopped before the end.\n", await errors, StringComparison.Ordinal);
        Assert.NotEmpty(children);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
