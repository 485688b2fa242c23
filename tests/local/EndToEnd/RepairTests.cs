using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>repair</c> on the tables of a run.</summary>
[Collection(SharedRun.Name)]
public sealed class RepairTests(UpFixture fixture)
{
    [Fact]
    public async Task Finds_no_difference_in_what_the_API_wrote()
    {
        var path = await fixture.Api.LogAsync("repair-none", "2024-05-09T07:30:00Z");
        (await fixture.Api.PutAsync(path, """{"workoutType":"SWIM","durationMinutes":45.5}""")).AssertStatus(200);

        var (exitCode, output, _) = await fixture.Up.RunCommandAsync("repair", "--user", "repair-none");

        Assert.Equal((0, "The statistics of repair-none match the workouts.\n"), (exitCode, output));
    }

    [Fact]
    public async Task Finds_a_difference_and_fixes_it()
    {
        await fixture.Api.LogAsync("repair", "2024-05-09T07:30:00Z", minutes: 30.5m);
        await fixture.Api.LogAsync("repair", "2024-06-01T07:30:00Z");
        await PlantAsync("repair", "2024-05", "RUN.m", "31");

        var found = await fixture.Up.RunCommandAsync("repair", "--user", "repair");
        var foundAsJson = await fixture.Up.RunCommandAsync("repair", "--user", "repair", "--json");
        var repaired = await fixture.Up.RunCommandAsync("repair", "--user", "repair", "--fix");
        var after = await fixture.Up.RunCommandAsync("repair", "--user", "repair", "--json");

        const string Line = "2024-05  minutes of RUN: 31 stored, 30.5 recomputed";
        Assert.Equal((1, $"{Line}\n1 difference. Fix: the same command with --fix\n", ""), found);
        Assert.Equal(
            (1, """{"stack":"dev","userId":"repair","fixed":false,"differences":[{"month":"2024-05","measure":"RUN.m","stored":31,"recomputed":30.5}]}""" + "\n", ""),
            foundAsJson);
        Assert.Equal((0, $"{Line}\n1 difference fixed.\n", ""), repaired);
        Assert.Equal((0, """{"stack":"dev","userId":"repair","fixed":false,"differences":[]}""" + "\n", ""), after);
        Assert.Equal(60.5m, (await fixture.Api.StatsAsync("repair"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Rejects_an_invalid_user()
    {
        var (exitCode, _, error) = await fixture.Up.RunCommandAsync("repair", "--user", "");

        Assert.Equal(2, exitCode);
        Assert.Contains("userId must not be empty.", error, StringComparison.Ordinal);
    }

    private async Task PlantAsync(string user, string month, string measure, string value)
    {
        var running = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(fixture.Up.RepositoryRoot, "artifacts", "local", "dev.json")))!;
        using var client = new AmazonDynamoDBClient($"{running["accessKeyId"]}", "local", new AmazonDynamoDBConfig { ServiceURL = running["endpoint"]!.GetValue<string>(), AuthenticationRegion = "us-east-1" });
        await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = running["tables"]!["stats"]!.GetValue<string>(),
            Key = new() { ["userId"] = new() { S = user }, ["month"] = new() { S = month } },
            UpdateExpression = "SET #m = :v",
            ExpressionAttributeNames = new() { ["#m"] = measure },
            ExpressionAttributeValues = new() { [":v"] = new() { N = value } },
        });
    }
}
