namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>import</c> into a run.</summary>
[Collection(SharedRun.Name)]
public sealed class ImportTests(UpFixture fixture)
{
    private static readonly string _samples = Sandbox.Fixture("Import/Samples");

    [Fact]
    public async Task Logs_the_shown_workouts_once()
    {
        var planned = await ImportAsync();
        var before = (await fixture.Api.GetAsync("/workouts/import")).Json["items"]!.AsArray().Count;
        var first = await ImportAsync("--yes");
        var second = await ImportAsync("--yes", "--map", "Kitesurf=HIIT");
        var stats = await fixture.Api.StatsAsync("import");

        Assert.Equal((0, null, null), (before, (int?)planned["stored"], (int?)planned["known"]));
        Assert.Equal(((int)planned["workouts"]!, 0), ((int)first["stored"]!, (int)first["known"]!));
        // One more workout that only the second import can read.
        Assert.Equal((1, (int)first["stored"]!), ((int)second["stored"]!, (int)second["known"]!));
        Assert.Equal((int)first["stored"]! + 1, (int)stats["totalWorkouts"]!);
        Assert.Equal(first["skipped"]!.AsArray().Count - 1, second["skipped"]!.AsArray().Count);
    }

    private async Task<JsonNode> ImportAsync(params string[] options)
    {
        var (exitCode, output, errors) = await fixture.Up.RunCommandAsync(["import", _samples, "--user", "import", "--time-zone", "Europe/Vienna", "--json", .. options]);
        // Some rows of the samples are invalid.
        Assert.True(exitCode == 1, errors);
        return JsonNode.Parse(output)!;
    }
}
