using System.Net;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>Set-up with every kind of registry ends in a choice that can be restored, or in one message that says what to do.</summary>
public sealed class RegistryTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] _pulumi = ["Pulumi 3.112.1 OpenTelemetry.Exporter.OpenTelemetryProtocol 1.9.0", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.9.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1"];
    private static readonly string[] _lambda = ["Amazon.Lambda.Core 3.2.0", "Amazon.Lambda.RuntimeSupport 2.1.2"];
    private static readonly string[] _others = ["AWSSDK.Core 4.1.0", "Markdig 1.6.0"];

    private readonly RegistryFeed _registry = new();
    private readonly SmallCheckout _checkout = new();

    public async Task InitializeAsync()
    {
        await _registry.StartAsync();
        _checkout.UseRegistry(_registry.Index);
    }

    public async Task DisposeAsync() => await _registry.DisposeAsync();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Takes_the_real_packages_where_all_are_served()
    {
        _registry.With(_pulumi).With(_lambda).With(_others);

        var used = await UsedAsync();

        Assert.All(used.Values, package => Assert.Equal((package.Pin, "served"), (package.Used, package.Why)));
    }

    [Fact]
    public async Task Builds_with_stand_ins_for_both_groups_where_neither_is_served()
    {
        _registry.With(_others);

        var (exitCode, _, errors) = await _checkout.ChooseAsync();
        Assert.True(exitCode == 0, errors);
        var (built, output, log) = await _checkout.RunAsync("dotnet", ["run", "--project", "local/WorkoutLog.Local.csproj", "-p:SkipChecks=true"]);

        Assert.True(built == 0, output + log);
        Assert.Equal("It runs.\n", output);
    }

    [Fact]
    public async Task Takes_all_stand_ins_of_a_group_that_is_half_served_and_the_other_group_as_it_is()
    {
        _registry.With(_pulumi).With("Amazon.Lambda.Core 3.2.0").With(_others);

        var used = await UsedAsync();

        Assert.Equal(("stand-in", "stand-in"), (used["Amazon.Lambda.Core"].Used, used["Amazon.Lambda.RuntimeSupport"].Used));
        Assert.Equal(("3.112.1", "7.48.0"), (used["Pulumi"].Used, used["Pulumi.Aws"].Used));
        Assert.Equal("Amazon.Lambda.RuntimeSupport is not served", used["Amazon.Lambda.Core"].Why);
    }

    [Fact]
    public async Task Takes_the_stand_ins_of_a_group_that_is_served_in_another_version_or_needs_what_is_not()
    {
        _registry.With("Pulumi 3.112.1 Gone 1.0.0", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1")
            .With("Amazon.Lambda.Core 3.3.0", "Amazon.Lambda.RuntimeSupport 2.1.2").With(_others);

        var used = await UsedAsync();

        Assert.Equal(("stand-in", "Gone is not served"), (used["Pulumi"].Used, used["Pulumi"].Why));
        Assert.Equal(("stand-in", "Amazon.Lambda.Core 3.2.0 is not served"), (used["Amazon.Lambda.Core"].Used, used["Amazon.Lambda.Core"].Why));
    }

    [Theory]
    [InlineData("1.5.0", "1.6.1", "1.7.0", "1.6.1")]
    [InlineData("1.4.0", "1.5.0", "1.5.1", "1.5.1")]
    public async Task Takes_the_nearest_version_of_a_package_without_stand_in_and_says_so(string first, string second, string third, string expected)
    {
        _registry.With("AWSSDK.Core 4.1.0", $"Markdig {first}", $"Markdig {second}", $"Markdig {third}");

        var (exitCode, output, errors) = await _checkout.ChooseAsync();

        Assert.True(exitCode == 0, errors);
        Assert.Contains($"Markdig|1.6.0|{expected}|1.6.0 is not served; nearest version\n", output, StringComparison.Ordinal);
        Assert.Contains($"  ! Markdig: 1.6.0 is not served; used: {expected}.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_at_a_package_that_can_not_be_had_and_names_it()
    {
        _registry.With("AWSSDK.Core 4.1.0");

        var (exitCode, _, errors) = await _checkout.ChooseAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains(
            "workout: Markdig 1.6.0 cannot be had: the registry serves no version of it, and offline/ has no stand-in.\n"
            + "workout: Fix: add a package source that has it (dotnet nuget add source URL), then run ./workout setup.\n",
            errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_advisory_for_what_a_package_needs_breaks_neither_set_up_nor_build_but_the_audit()
    {
        _registry.With("Pulumi 3.112.1", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1").With(_lambda)
            .With("AWSSDK.Core 4.1.0", "Markdig 1.6.0 Unpinned 1.0.0", "Unpinned 1.0.0").Vulnerable = "Unpinned";

        await UsedAsync();
        var (built, output, _) = await _checkout.RunAsync("dotnet", ["build", "local/WorkoutLog.Local.csproj", "-p:SkipChecks=true", "-nologo"]);
        var (audited, audit, _) = await _checkout.RunAsync("dotnet", AuditStep());

        Assert.Equal(0, built);
        Assert.Contains("warning NU1902", output, StringComparison.Ordinal);
        Assert.NotEqual(0, audited);
        Assert.Contains("GHSA-4625-4j76-fww9", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_replaces_what_a_package_needs_in_a_version_with_an_advisory()
    {
        _registry.With(_pulumi).With(_lambda).With(_others).Vulnerable = "OpenTelemetry.Exporter.OpenTelemetryProtocol";

        await UsedAsync();
        var (audited, audit, _) = await _checkout.RunAsync("dotnet", AuditStep());

        Assert.True(audited == 0, audit);
    }

    [Fact]
    public async Task Chooses_again_by_itself_when_the_stock_has_changed()
    {
        _registry.With(_pulumi).With(_lambda).With(_others);
        await UsedAsync();
        await using var other = new RegistryFeed().With("AWSSDK.Core 4.1.0", "Markdig 1.6.1");
        await other.StartAsync();
        _checkout.UseRegistry(other.Index);
        Directory.Delete(_checkout.PathOf("home/packages"), recursive: true);
        Directory.Delete(_checkout.PathOf("artifacts"), recursive: true);

        var (exitCode, _, errors) = await _checkout.RunAsync("bash", ["-c", """
            root=$PWD state=$PWD/.workout logs=$PWD/artifacts/logs
            set -euo pipefail
            for part in steps requirements packages npm build; do . "scripts/$part.sh"; done
            setup run
            build_cli
            dotnet "$cli"
            """]);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("  ! the registry's stock has changed; choosing again.\n", errors, StringComparison.Ordinal);
        Assert.Contains("✓ build the command line", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_refuses_the_credentials_is_said_to()
    {
        _registry.Instead = context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return Task.CompletedTask;
        };

        await AssertStopsAsync("workout: The package registry refuses the credentials.");
    }

    [Fact]
    public async Task A_registry_that_is_out_of_reach_is_said_to_be()
    {
        await _registry.DisposeAsync();

        await AssertStopsAsync("workout: The package registry cannot be reached.");
    }

    [Fact]
    public async Task A_registry_that_never_answers_is_given_up()
    {
        _registry.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        await AssertStopsAsync("workout: The package registry did not finish within 3 s.", ("WORKOUT_REGISTRY_SECONDS", "3"));
    }

    [Fact]
    public async Task Says_that_the_real_packages_are_not_to_be_had_where_they_are_asked_for()
    {
        _registry.With(_others);

        await AssertStopsAsync("workout: WORKOUT_PACKAGES=nuget asks for the real packages, but Amazon.Lambda.Core is not served.", ("WORKOUT_PACKAGES", "nuget"));
    }

    // As the workflow has it, for the one project of this checkout.
    private static string[] AuditStep()
    {
        var workflow = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, ".github", "workflows", "ci.yml"));
        var words = Regex.Match(workflow, "run: dotnet (restore WorkoutLog.sln .*)").Groups[1].Value.Replace("WorkoutLog.sln", "local/WorkoutLog.Local.csproj", StringComparison.Ordinal);
        return [.. words.Split(' ').Select(word => word.Trim('\''))];
    }

    private async Task AssertStopsAsync(string message, params (string, string)[] variables)
    {
        var (exitCode, output, errors) = await _checkout.ChooseAsync(variables);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains("Fix: ", errors, StringComparison.Ordinal);
        Assert.InRange(errors.Split('\n').Length, 1, 12);
    }

    private async Task<Dictionary<string, (string Pin, string Used, string Why)>> UsedAsync()
    {
        var (exitCode, output, errors) = await _checkout.ChooseAsync();

        Assert.True(exitCode == 0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Where(row => row[0] != "Native AOT")
            .ToDictionary(row => row[0], row => (row[1], row[2], row[3]));
    }
}
