namespace WorkoutLog.Local.Tests.Restore;

public sealed class RestorePlanCommandTests
{
    [Fact]
    public async Task Rejects_a_stack_without_recovery_and_backups()
    {
        var answer = await CommandLine.RunAsync(
            repository => File.AppendAllText(Path.Combine(repository, "Pulumi.dev.yaml"), "  workout-log:pointInTimeRecovery: false\n"), "restore-plan");

        Assert.Equal(
            (1, "", "workout: The stack 'dev' has neither point-in-time recovery nor backups; lost data can't be restored. Fix, for future incidents: "
                + "pulumi config set pointInTimeRecovery true --stack dev && pulumi config set backups true --stack dev && pulumi up --stack dev\n"),
            answer);
    }

    [Fact]
    public async Task Rejects_a_stack_without_backups() => Assert.Equal(
        (1, "", "workout: The stack 'dev' has no backups. Fix, for future incidents: pulumi config set backups true --stack dev && pulumi up --stack dev\n"),
        await CommandLine.RunAsync("restore-plan", "--from", "vault"));

    [Fact]
    public async Task Rejects_a_time_out_of_range()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync("restore-plan", "--at", "2020-01-01T00:00:00Z", "--table", "users");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("workout: --at must be a time with an offset, such as ", errors, StringComparison.Ordinal);
        Assert.Contains("'users' not recognized", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_the_time_in_UTC()
    {
        var at = TimeProvider.System.GetUtcNow().AddHours(-1).ToOffset(TimeSpan.FromHours(2));

        var (exitCode, output, _) = await CommandLine.RunAsync("restore-plan", "--stack", "prod", "--table", "stats", "--at", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null));

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"# Restore of stats of the stack prod to {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, from point-in-time recovery.\n", output, StringComparison.Ordinal);
    }
}
