namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>Builds and audit with the selected packages.</summary>
[LongRunning]
public sealed class RegistryBuildTests : RegistryCase
{
    [Fact]
    public async Task Builds_with_stand_ins_if_neither_group_is_served()
    {
        Registry.With(Others);

        var (exitCode, _, errors) = await Checkout.ChooseAsync();
        Assert.True(exitCode == 0, errors);
        var (built, output, log) = await Checkout.RunAsync("dotnet", ["run", "--project", "local/Cli/WorkoutLog.Local.Cli.csproj", "-p:SkipChecks=true"]);

        Assert.True(built == 0, output + log);
        Assert.Equal("It runs.\n", output);
    }

    [Fact]
    public async Task An_advisory_for_a_dependency_fails_only_the_audit()
    {
        Registry.With("Pulumi 3.112.1", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1").With(Lambda)
            .With("AWSSDK.Core 4.1.0", "Markdig 1.6.0 Unpinned 1.0.0", "Unpinned 1.0.0").Vulnerable = "Unpinned";

        await UsedAsync();
        var (built, output, _) = await Checkout.RunAsync("dotnet", ["build", "local/Cli/WorkoutLog.Local.Cli.csproj", "-p:SkipChecks=true", "-nologo"]);
        var (audited, audit, _) = await Checkout.RunAsync("dotnet", AuditStep());

        Assert.Equal(0, built);
        Assert.Contains("warning NU1902", output, StringComparison.Ordinal);
        Assert.NotEqual(0, audited);
        Assert.Contains("GHSA-4625-4j76-fww9", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_overrides_a_dependency_with_an_advisory()
    {
        Registry.With(Pulumi).With(Lambda).With(Others).Vulnerable = "OpenTelemetry.Exporter.OpenTelemetryProtocol";

        await UsedAsync();
        var (audited, audit, _) = await Checkout.RunAsync("dotnet", AuditStep());

        Assert.True(audited == 0, audit);
    }

    [Fact]
    public async Task Selects_again_when_the_registry_serves_other_versions()
    {
        Registry.With(Pulumi).With(Lambda).With(Others);
        await UsedAsync();
        await using var other = new RegistryFeed().With("AWSSDK.Core 4.1.0", "Markdig 1.6.1");
        await other.StartAsync();
        Checkout.UseRegistry(other.Index);
        Directory.Delete(Checkout.PathOf("home/packages"), recursive: true);
        Directory.Delete(Checkout.PathOf("artifacts"), recursive: true);

        var (exitCode, _, errors) = await Checkout.RunAsync("bash", ["-c", """
            root=$PWD state=$PWD/.workout logs=$PWD/artifacts/logs
            set -euo pipefail
            for part in steps requirements packages npm build; do . "scripts/$part.sh"; done
            setup run
            build_cli
            dotnet "$cli"
            """]);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("  ! the registry serves other versions now; selecting packages again.\n", errors, StringComparison.Ordinal);
        Assert.Contains("✓ build the command line", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_is_enforced_in_CI_and_updated_elsewhere()
    {
        Registry.With(Pulumi).With(Lambda).With("AWSSDK.Core 4.1.0", "Markdig 1.6.0", "Markdig 1.6.1 Unpinned 1.0.0", "Unpinned 1.0.0");
        await UsedAsync();
        var (locked, log, _) = await RestoreAsync("--use-lock-file");
        var pins = Checkout.PathOf("Directory.Packages.props");
        await File.WriteAllTextAsync(pins, (await File.ReadAllTextAsync(pins)).Replace("\"1.6.0\"", "\"1.6.1\"", StringComparison.Ordinal));

        var (inCi, refusal, _) = await RestoreAsync("-p:CI=true");
        var (elsewhere, notice, _) = await RestoreAsync("-p:CI=false");
        var (then, accepted, _) = await RestoreAsync("-p:CI=true");

        Assert.True(locked == 0, log);
        Assert.NotEqual(0, inCi);
        Assert.Contains("NU1004", refusal, StringComparison.Ordinal);
        Assert.True(elsewhere == 0, notice);
        Assert.Contains("\"Unpinned\"", await File.ReadAllTextAsync(Checkout.PathOf("locks/WorkoutLog.Local.Cli.json")), StringComparison.Ordinal);
        Assert.True(then == 0, accepted);
    }

    private Task<(int ExitCode, string Output, string Errors)> RestoreAsync(string option) =>
        Checkout.RunAsync("dotnet", ["restore", "local/Cli/WorkoutLog.Local.Cli.csproj", "--force", option]);

    // The command of the workflow, for the only project of this checkout.
    private static string[] AuditStep()
    {
        var workflow = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, ".github", "workflows", "ci.yml"));
        var words = Regex.Match(workflow, "run: dotnet (restore WorkoutLog.sln .*)").Groups[1].Value.Replace("WorkoutLog.sln", "local/Cli/WorkoutLog.Local.Cli.csproj", StringComparison.Ordinal);
        return [.. words.Split(' ').Select(word => word.Trim('\''))];
    }
}
