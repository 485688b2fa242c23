namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>With any registry, set-up ends in a selection that can be restored, or in one message with a fix.</summary>
[LongRunning]
public sealed class RegistryTests : RegistryCase
{
    [Fact]
    public async Task Uses_the_real_packages_if_all_are_served()
    {
        Registry.With(Pulumi).With(Lambda).With(Others);

        var used = await UsedAsync();

        Assert.All(used.Values, package => Assert.Equal((package.Pin, "served"), (package.Used, package.Why)));
    }

    [Fact]
    public async Task Uses_stand_ins_for_a_partly_served_group_only()
    {
        Registry.With(Pulumi).With("Amazon.Lambda.Core 3.2.0").With(Others);

        var used = await UsedAsync();

        Assert.Equal(("stand-in", "stand-in"), (used["Amazon.Lambda.Core"].Used, used["Amazon.Lambda.RuntimeSupport"].Used));
        Assert.Equal(("3.112.1", "7.48.0"), (used["Pulumi"].Used, used["Pulumi.Aws"].Used));
        Assert.Equal("Amazon.Lambda.RuntimeSupport is not served", used["Amazon.Lambda.Core"].Why);
    }

    [Fact]
    public async Task Uses_stand_ins_for_a_group_with_another_version_or_a_missing_dependency()
    {
        Registry.With("Pulumi 3.112.1 Gone 1.0.0", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1")
            .With("Amazon.Lambda.Core 3.3.0", "Amazon.Lambda.RuntimeSupport 2.1.2").With(Others);

        var used = await UsedAsync();

        Assert.Equal(("stand-in", "Gone is not served"), (used["Pulumi"].Used, used["Pulumi"].Why));
        Assert.Equal(("stand-in", "Amazon.Lambda.Core 3.2.0 is not served"), (used["Amazon.Lambda.Core"].Used, used["Amazon.Lambda.Core"].Why));
    }

    [Theory, InlineData("1.5.0", "1.6.1", "1.7.0", "1.6.1"), InlineData("1.4.0", "1.5.0", "1.5.1", "1.5.1")]
    public async Task Uses_the_nearest_version_of_a_package_without_stand_in(string first, string second, string third, string expected)
    {
        Registry.With("AWSSDK.Core 4.1.0", $"Markdig {first}", $"Markdig {second}", $"Markdig {third}");

        var (exitCode, output, errors) = await Checkout.ChooseAsync();

        Assert.True(exitCode == 0, errors);
        Assert.Contains($"Markdig|1.6.0|{expected}|1.6.0 is not served; nearest version\n", output, StringComparison.Ordinal);
        Assert.Contains($"  ! Markdig: 1.6.0 is not served; using {expected}.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_an_unavailable_package()
    {
        Registry.With("AWSSDK.Core 4.1.0");

        var (exitCode, _, errors) = await Checkout.ChooseAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains(
            "workout: Markdig 1.6.0 is not available: the registry serves no version of it, and offline/ has no stand-in.\n"
            + "workout: Fix: add a package source that has it (dotnet nuget add source URL), then run ./workout setup.\n",
            errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_rejected_credentials()
    {
        Registry.Instead = context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return Task.CompletedTask;
        };

        await AssertStopsAsync("workout: The package registry rejects the credentials.");
    }

    [Fact]
    public async Task Reports_an_unreachable_registry()
    {
        await Registry.DisposeAsync();

        await AssertStopsAsync("workout: The package registry cannot be reached.");
    }

    [Fact]
    public async Task Gives_up_on_a_registry_that_never_responds()
    {
        Registry.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        await AssertStopsAsync("workout: The package registry did not finish within 3 s.", ("WORKOUT_REGISTRY_SECONDS", "3"));
    }

    [Fact]
    public async Task Reports_missing_real_packages_if_they_are_required()
    {
        Registry.With(Others);

        await AssertStopsAsync("workout: WORKOUT_PACKAGES=nuget requires the real packages, but Amazon.Lambda.Core is not served.", ("WORKOUT_PACKAGES", "nuget"));
    }

    private async Task AssertStopsAsync(string message, params (string, string?)[] variables)
    {
        var (exitCode, output, errors) = await Checkout.ChooseAsync(variables);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains("Fix: ", errors, StringComparison.Ordinal);
        Assert.InRange(errors.Split('\n').Length, 1, 12);
    }
}
