namespace WorkoutLog.Local.Tests.Clients;

/// <summary>Third-party tools on the published document.</summary>
[LongRunning]
public sealed class GeneratedClientTests(UpFixture fixture) : IClassFixture<UpFixture>
{
    [Fact]
    public async Task A_client_of_TypeScript_and_zod_compiles_and_plays_a_round_trip()
    {
        using var folder = await ClientFolder.CreateAsync();
        await folder.OutputAsync("openapi-typescript", "openapi.json", "-o", "generated/api.d.ts");
        await folder.OutputAsync("orval", "--config", "orval.config.js");
        await folder.OutputAsync("tsc", "-p", ".");

        var done = await folder.OutputAsync("out/round-trip.js", fixture.Up.Url.ToString().TrimEnd('/'), "LOCALSERVICE", "local-service-secret");

        Assert.Equal(
            [
                "logged 201 \"1\"",
                "read 42.5",
                "listed 1",
                "replaced Easy \"2\"",
                "summed 50",
                "refused 412 urn:workout-log:problem:version-mismatch",
                "deleted 204",
                "bounded durationMinutes userId",
            ],
            done.TrimEnd().Split('\n'));
    }

    /// <summary>Both tools fail on any warning.</summary>
    [Fact]
    public async Task The_default_rules_of_Spectral_and_Redocly_find_nothing()
    {
        using var folder = await ClientFolder.CreateAsync();

        var spectral = await folder.NodeAsync("spectral", "lint", "openapi.json", "--fail-severity", "hint");
        var redocly = await folder.NodeAsync("redocly", "lint", "openapi.json", "--extends", "recommended", "--format", "json");

        Assert.Equal((0, "No results with a severity of 'hint' or higher found!"), (spectral.ExitCode, spectral.Output.Trim()));
        Assert.Equal("""{"errors":0,"warnings":0,"ignored":0}""", JsonNode.Parse(redocly.Output)!["totals"]!.ToJsonString());
    }

    [Fact]
    public async Task The_rules_would_find_a_route_without_a_description()
    {
        using var folder = await ClientFolder.CreateAsync();
        var document = JsonNode.Parse(folder.Read("openapi.json"))!;
        document["paths"]!["/stats/{userId}"]!["get"]!.AsObject().Remove("description");
        folder.Write("openapi.json", document.ToJsonString());

        var (exitCode, output, _) = await folder.NodeAsync("spectral", "lint", "openapi.json", "--fail-severity", "hint");

        Assert.Contains("operation-description", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }
}
