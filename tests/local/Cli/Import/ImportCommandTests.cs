namespace WorkoutLog.Local.Tests.Cli.Import;

/// <summary>The command without a run.</summary>
public sealed class ImportCommandTests
{
    [Theory, Cases]
    public void Rejects_conflicting_options(string arguments, string? error) =>
        Assert.Equal(error is null ? [] : [error], ImportCommand.Create().Parse(arguments).Errors.Select(found => found.Message));

    [Fact]
    public async Task A_dry_run_needs_no_run_and_prints_no_control_characters()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(
            repository => File.WriteAllText(Path.Combine(repository, "a\u001b[2J.csv"), "Activity ID,Activity Date,Activity Type,Moving Time\n1,\"Jan 5, 2024, 6:30:12 AM\",Run,1800\n2,\"Jan 6, 2024, 6:30:12 AM\",Nap,1800\n"),
            "import", "--user", "u", "--time-zone", "+02:00", ".");

        Assert.Equal(1, exitCode);
        Assert.Contains("Reading 1 files", errors, StringComparison.Ordinal);
        Assert.Equal(
            """
            Skipped: ./a�[2J.csv, line 3: the type "Nap" is not one of the stack's (RUN, CYCLE, SWIM, WALK, ROW, STRENGTH, YOGA, HIIT). Fix: --map "Nap=RUN".
            1 workout of u in 1 file, 30 minutes, 2024-01-05 to 2024-01-05; 1 skipped. Times without an offset are in +02:00.
              RUN                                     1
            """,
            string.Join('\n', output.Split('\n').Take(3)));
        Assert.EndsWith("Dry run: nothing was logged. To log the workouts, run the same command with --yes\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The stack 'dev' is not running", "--yes")]
    [InlineData("--map must name one of RUN", "--map", "Nap=NAP")]
    public async Task Reports_what_prevents_the_import(string error, params string[] options)
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(
            repository => File.WriteAllText(Path.Combine(repository, "a.csv"), "Activity ID,Activity Date,Activity Type,Moving Time\n1,\"Jan 5, 2024, 6:30:12 AM\",Run,1800\n"),
            ["import", "--user", "u", "a.csv", .. options]);

        Assert.Equal(2, exitCode);
        Assert.Contains(error, errors, StringComparison.Ordinal);
    }
}
