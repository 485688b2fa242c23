namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>How the script itself ends.</summary>
public sealed class ScriptExitTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_needs_nothing_but_the_shell(string word)
    {
        using var script = new ScriptRun();

        var (exitCode, output, errors) = await script.RunAsync(word);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("WorkoutLog: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prevew", "workout: there is no command \"prevew\". Did you mean preview? ./workout help lists them.\n")]
    [InlineData("restore_plan", "workout: there is no command \"restore_plan\". Did you mean restore-plan? ./workout help lists them.\n")]
    [InlineData("frobnicate", "workout: there is no command \"frobnicate\". ./workout help lists them.\n")]
    public async Task An_unknown_command_is_answered_with_the_nearest(string command, string expected)
    {
        using var script = new ScriptRun();

        Assert.Equal((2, "", expected), await script.RunAsync(command));
    }

    [Fact]
    public async Task Without_the_SDK_nothing_is_done()
    {
        using var script = new ScriptRun();

        Assert.Equal(
            (2, "", "workout: the .NET SDK is missing. Install .NET 10: https://dotnet.microsoft.com/download\n"),
            await script.RunAsync("preview"));
    }

    [Fact]
    public async Task A_choice_of_packages_that_is_none_is_refused()
    {
        using var script = new ScriptRun();
        script.Give("dotnet", "echo 10.0.100");
        // The script's own environment, as a user would set it.
        script.Give("env-workout", "WORKOUT_PACKAGES=both exec ./workout setup");

        var (exitCode, _, errors) = await script.RunAsync("setup", "now");
        var (chosen, _, refused) = await ScriptRun.EndAsync(System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(script.PathOf("bin", "env-workout"))
        {
            WorkingDirectory = script.PathOf(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = script.PathOf("bin") },
        })!);

        Assert.Equal((2, "workout: setup takes no arguments; got \"now\".\n"), (exitCode, errors));
        Assert.Equal((2, "workout: WORKOUT_PACKAGES must be nuget (the real packages) or offline (the stand-ins of offline/); got \"both\".\n"), (chosen, refused));
    }

    [Fact]
    public async Task A_step_that_fails_shows_its_end()
    {
        using var script = new ScriptRun();
        script.Give("dotnet", "case $1 in --version) echo 10.0.100 ;; msbuild) ;; *) echo broken; exit 7 ;; esac");

        var (exitCode, output, errors) = await script.RunAsync("completion", "bash");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("✗ build the command line failed after", errors, StringComparison.Ordinal);
        Assert.EndsWith("\nbroken\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Tab_builds_nothing_and_asks_what_is_built()
    {
        using var script = new ScriptRun();
        script.Give("dotnet", "printf '%s\\n' \"${@:2}\"");

        var before = await script.RunAsync("[suggest:13]", "./workout pre");
        Directory.CreateDirectory(script.PathOf("artifacts", "run", "bin", "WorkoutLog.Local.Cli", "debug"));
        await File.WriteAllTextAsync(script.PathOf("artifacts", "run", "bin", "WorkoutLog.Local.Cli", "debug", "workout.dll"), "");

        Assert.Equal((0, "", ""), before);
        Assert.Equal((0, "[suggest:13]\n./workout pre\n", ""), await script.RunAsync("[suggest:13]", "./workout pre"));
    }
}
