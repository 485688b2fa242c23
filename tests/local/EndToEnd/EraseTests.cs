namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>erase</c> on the tables of a run.</summary>
[Collection(SharedRun.Name)]
public sealed class EraseTests(UpFixture fixture)
{
    [Fact]
    public async Task Deletes_every_item_of_one_user_and_of_no_other()
    {
        const string Workout = """{"userId":"erase","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2024-05-09T07:30:00Z","externalId":"own:1"}""";
        var logged = (await fixture.Api.PostAsync("/workouts", Workout, ("Idempotency-Key", "key-1"))).AssertStatus(201);
        (await fixture.Api.PutAsync(logged.Headers["Location"], Workout.Replace("05-09", "05-10", StringComparison.Ordinal))).AssertStatus(200);
        for (var day = 1; day <= 28; day++)
        {
            await fixture.Api.LogAsync("erase", $"2024-06-{day:00}T07:30:00Z");
        }

        await fixture.Api.LogAsync("erase-not", "2024-05-09T07:30:00Z");

        var counted = await EraseAsync();
        var erased = await EraseAsync("--yes");
        var after = await EraseAsync();

        Assert.Equal(("29 2 1 2", "False"), counted);
        Assert.Equal(("29 2 1 2", "True"), erased);
        Assert.Equal(("0 0 0 0", "False"), after);
        Assert.Empty((await fixture.Api.GetAsync("/workouts/erase")).Json["items"]!.AsArray());
        // The idempotency key is free again, because its record is deleted too.
        (await fixture.Api.PostAsync("/workouts", Workout, ("Idempotency-Key", "key-1"))).AssertStatus(201);
        Assert.Single((await fixture.Api.GetAsync("/workouts/erase")).Json["items"]!.AsArray());
        Assert.Single((await fixture.Api.GetAsync("/workouts/erase-not")).Json["items"]!.AsArray());
    }

    private async Task<(string Items, string Erased)> EraseAsync(params string[] options)
    {
        var (exitCode, output, errors) = await fixture.Up.RunCommandAsync(["erase", "--user", "erase", .. options]);
        Assert.True(exitCode == 0, errors);
        var line = JsonNode.Parse(output)!;
        return ($"{line["workouts"]} {line["pointers"]} {line["idempotencyRecords"]} {line["months"]}", $"{(bool)line["erased"]!}");
    }
}
