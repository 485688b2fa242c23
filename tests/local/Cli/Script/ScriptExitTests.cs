using System.Xml.Linq;

namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>Exit codes and messages of the script itself.</summary>
public sealed class ScriptExitTests : ScriptRun
{
    private const string CommandLine = "artifacts/run/bin/WorkoutLog.Local.Cli/debug/workout.dll";

    [Theory, InlineData("help"), InlineData("--help"), InlineData("-h")]
    public async Task Help_needs_nothing_but_the_shell(string word)
    {
        var (exitCode, output, errors) = await RunAsync(word);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("WorkoutLog: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prevew", "workout: unknown command \"prevew\". Did you mean preview? ./workout help lists all commands.\n")]
    [InlineData("restore_plan", "workout: unknown command \"restore_plan\". Did you mean restore-plan? ./workout help lists all commands.\n")]
    [InlineData("frobnicate", "workout: unknown command \"frobnicate\". ./workout help lists all commands.\n")]
    public async Task An_unknown_command_suggests_the_nearest(string command, string expected) => Assert.Equal((2, "", expected), await RunAsync(command));

    [Fact]
    public async Task A_missing_SDK_is_reported() => Assert.Equal((2, "", "workout: the .NET SDK is missing. Fix: install .NET 10, https://dotnet.microsoft.com/download\n"), await RunAsync("preview"));

    [Theory, InlineData(null, ""), InlineData("", ""), InlineData("/dev/null", "/dev/null")]
    public async Task An_unusable_home_is_rejected(string? home, string shown)
    {
        Give("dotnet", "exit 1");

        Assert.Equal(
            (2, "", $"workout: HOME must be a writable folder; got \"{shown}\". Fix: export HOME=FOLDER\n"), await Script(["preview"], ("HOME", home)).RunAsync());
    }

    [Fact]
    public async Task Invalid_package_settings_are_rejected()
    {
        Give("dotnet", "echo 10.0.100");

        var (exitCode, _, errors) = await RunAsync("setup", "now");
        var (chosen, _, refused) = await Script(["setup"], ("WORKOUT_PACKAGES", "both")).RunAsync();

        Assert.Equal((2, "workout: setup takes no arguments; got \"now\".\n"), (exitCode, errors));
        Assert.Equal((2, "workout: WORKOUT_PACKAGES must be nuget (the real packages) or offline (the stand-ins of offline/); got \"both\".\n"), (chosen, refused));
    }

    [Fact]
    public async Task Every_package_of_npm_must_have_the_pinned_content()
    {
        string[] packages = [.. XDocument.Load(PathOf("Directory.Packages.props")).Descendants("NpmPackage").Select(package => package.Attribute("Include")!.Value)];
        Give("npm", "echo other > $4/package.tgz");

        foreach (var package in packages)
        {
            var fetch = $"root=$PWD state=$PWD; for part in steps requirements packages npm; do . scripts/$part.sh; done; npm_fetch {package}";
            var (exitCode, _, errors) = await (Script([]) with { Program = "bash", Arguments = ["-c", fetch] }).RunAsync();

            Assert.Equal(1, exitCode);
            Assert.Matches($@"^{package} [\d.]+ from the npm registry is not the pinned package: SHA-512 must be [0-9a-f]{{128}}; got [0-9a-f]{{128}}\.\n$", errors);
        }

        Assert.True(packages.Length >= 4);
    }

    [Fact]
    public async Task A_failed_step_shows_the_end_of_its_output()
    {
        Give("dotnet", "case $1 in --version) echo 10.0.100 ;; msbuild) ;; *) echo broken; exit 7 ;; esac");

        var (exitCode, output, errors) = await RunAsync("completion", "bash");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("✗ build the command line failed after", errors, StringComparison.Ordinal);
        Assert.EndsWith("\nbroken\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_command_waits_for_the_build_of_the_first()
    {
        // Two builds at the same time fail.
        Give("dotnet", $$"""
            case $1 in
                --version) echo 10.0.100 ;;
                msbuild) ;;
                build) mkdir building && until [ -f go ]; do sleep 0.02; done && rm -r building && mkdir -p {{Path.GetDirectoryName(CommandLine)}} && touch {{CommandLine}} ;;
                *) echo "$3" ;;
            esac
            """);

        using var first = Start("completion", "bash");
        while (await first.StandardError.ReadLineAsync() is var line && line != "  … build the command line")
        {
            Assert.NotNull(line);
        }

        using var second = Start("completion", "zsh");
        var waiting = await second.StandardError.ReadLineAsync();
        Write("go", "");
        var ends = (await Tool.EndAsync(first), await Tool.EndAsync(second));

        Assert.Equal("  … wait for the build of another command", waiting);
        Assert.Equal((0, "bash\n"), (ends.Item1.ExitCode, ends.Item1.Output));
        Assert.Equal((0, "zsh\n", ""), ends.Item2);
    }

    [Fact]
    public async Task Completion_builds_nothing()
    {
        Give("dotnet", "printf '%s\\n' \"${@:2}\"");

        var before = await RunAsync("[suggest:13]", "./workout pre");
        Write(CommandLine, "");

        Assert.Equal((0, "", ""), before);
        Assert.Equal((0, "[suggest:13]\n./workout pre\n", ""), await RunAsync("[suggest:13]", "./workout pre"));
    }
}
