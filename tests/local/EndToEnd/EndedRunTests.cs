namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Concurrent runs in one checkout, and runs that end unexpectedly.</summary>
public sealed class EndedRunTests
{
    [Fact]
    public async Task A_stack_runs_only_once_another_has_its_own_call_log_and_a_killed_run_is_cleaned_up()
    {
        await using var first = await UpProcess.StartAsync();
        var second = await first.RunCommandAsync("up", "--port", "0");
        var beside = await first.RunCommandAsync("grants", "--stack", "prod", "--json");
        var folder = Assert.Single(first.Folders());

        Assert.Equal(
            (2, "", $"workout: The stack 'dev' already runs from this checkout: {first.Url}, process {first.Id}. "
                + $"Fix: ./workout redeploy --stack dev deploys your edits to it, kill {first.Id} stops it.\n"),
            second);
        Assert.Equal(0, beside.ExitCode);
        Assert.Empty(CallLog.Read(CallLog.PathIn(first.RepositoryRoot)));

        await first.KillAsync();
        Assert.Equal([folder], first.Folders());
        var after = await first.RunCommandAsync("grants", "--json");

        Assert.Equal((0, 0), (after.ExitCode, first.Folders().Length));
        Assert.NotEmpty(CallLog.Read(CallLog.PathIn(first.RepositoryRoot)));
    }

    [Fact]
    public async Task The_end_of_DynamoDB_Local_is_one_line()
    {
        await using var up = await UpProcess.StartAsync();
        var java = up.Descendants().Single(child => File.ReadAllText($"/proc/{child}/comm") == "java\n");

        await new Tool("kill", "-KILL", $"{java}").OutputAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await Record.ExceptionAsync(() => new ApiClient(up.Url).GetAsync("/stats/anyone"))));

        Assert.Equal(2, await up.EndAsync());
        Assert.Contains("\nDynamoDB Local ended unexpectedly. Fix: start the command again.", up.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", up.StandardError, StringComparison.Ordinal);
    }
}
