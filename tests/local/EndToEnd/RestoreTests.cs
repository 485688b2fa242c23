using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Local.Tests.Restore;
using KeyType = Amazon.DynamoDBv2.KeyType;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>The steps of a restore plan that a run on this machine can be given: verifying, and putting back.</summary>
[Collection(SharedRun.Name)]
public sealed class RestoreTests(UpFixture fixture, Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public async Task Restores_lost_workouts_and_keeps_newer_ones()
    {
        const string User = "restore";
        var lost = await fixture.Api.LogAsync(User, "2024-05-09T07:30:00Z", minutes: 30);
        await fixture.Api.LogAsync(User, "2024-05-10T07:30:00Z", minutes: 40);
        var running = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(fixture.Up.RepositoryRoot, "artifacts", "local", "dev.json")))!;
        var (endpoint, key) = ($"{running["endpoint"]}", $"{running["accessKeyId"]}");
        var (logs, stats) = ($"{running["tables"]!["logs"]}", $"{running["tables"]!["stats"]}");
        using var client = new AmazonDynamoDBClient(key, "local", new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" });
        await CopyAsync(client, logs, "restored-logs", "workoutTimestamp", User);
        await CopyAsync(client, stats, "restored-stats", "month", User);
        await DeleteAsync(client, logs, User, minutes: "30");
        await fixture.Api.LogAsync(User, "2024-06-01T07:30:00Z", minutes: 50);
        using var shell = new PlanShell();
        shell.Write("outputs.json", new JsonObject { ["tableNames"] = new JsonObject { ["logs"] = logs, ["stats"] = stats } });
        shell.Write("users.txt", $"{User}\n");
        File.Copy(Path.Combine(fixture.Up.RepositoryRoot, "Pulumi.yaml"), shell.PathOf("Pulumi.yaml"));
        File.Copy(Path.Combine(fixture.Up.RepositoryRoot, "Pulumi.dev.yaml"), shell.PathOf("Pulumi.dev.yaml"));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["CLI"] = Path.Combine(AppContext.BaseDirectory, "workout.dll"),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = endpoint,
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = key,
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["stack"] = "dev",
            ["logs"] = logs,
            ["stats"] = stats,
            ["restored_logs"] = "restored-logs",
            ["restored_stats"] = "restored-stats",
        })
        {
            shell.Variables[name] = value;
        }

        var (output, _) = await shell.RunAsync(RestorePlanTests.Make(stacks.Dev).Steps.Where(step => step.Title == "A. Copy missing rows back"));

        Assert.Matches(@"^restore: copied back 2024-05-09T07:30:00\.000000Z#[0-9a-f]+\nThe statistics of restore match the workouts\.\n$", output);
        (await fixture.Api.GetAsync(lost)).AssertStatus(200);
        Assert.Equal(120m, (await fixture.Api.StatsAsync(User))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    private static async Task CopyAsync(AmazonDynamoDBClient client, string from, string to, string sortKey, string user)
    {
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = to,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("userId", ScalarAttributeType.S), new(sortKey, ScalarAttributeType.S)],
            KeySchema = [new("userId", KeyType.HASH), new(sortKey, KeyType.RANGE)],
        });
        foreach (var item in await ItemsAsync(client, from, user))
        {
            await client.PutItemAsync(to, item);
        }
    }

    // Bypasses the API, which would have updated the statistics too.
    private static async Task DeleteAsync(AmazonDynamoDBClient client, string table, string user, string minutes)
    {
        var lost = (await ItemsAsync(client, table, user)).Single(item => item.Values.Any(value => value.N == minutes));
        await client.DeleteItemAsync(table, new() { ["userId"] = lost["userId"], ["workoutTimestamp"] = lost["workoutTimestamp"] });
    }

    private static async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(AmazonDynamoDBClient client, string table, string user) =>
        (await client.QueryAsync(new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "userId = :user",
            ExpressionAttributeValues = new() { [":user"] = new() { S = user } },
        })).Items;
}
