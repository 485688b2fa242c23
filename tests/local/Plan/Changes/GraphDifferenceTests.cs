using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan.Changes;

public sealed class GraphDifferenceTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const string Moves = "the stage moves to the new one, then the old one goes: no call is lost";

    /// <summary>Stack, what it was and what it becomes, and the lines that the plan has of it.</summary>
    public static TheoryData<string, Func<ResourceGraph, ResourceGraph>, Func<ResourceGraph, ResourceGraph>, string> Edits => new()
    {
        // Whoever carries a name of what is made anew changes too, and is made anew where that forces it.
        {
            "dev", Same, graph => graph.WithInputs("Table", "logs", inputs => inputs["rangeKey"] = "time"),
            """
            ± logs: rangeKey workoutTimestamp → time (replaces)
            ~ logs-ProcessWorkout-role: policy follows logs
            ~ ProcessWorkout: environment.variables.LOGS_TABLE follows logs
            ~ ProcessWorkout-live: functionVersion follows ProcessWorkout
            ~ logs-QueryWorkouts-role: policy follows logs
            ~ QueryWorkouts: environment.variables.LOGS_TABLE follows logs
            ~ QueryWorkouts-live: functionVersion follows QueryWorkouts
            ~ observability-logs-throttles: metricQueries follows logs
            ~ dashboard: dashboardBody follows logs
            """
        },
        // An index and an attribute change in place.
        {
            "dev", Same, graph => graph.WithInputs("Table", "logs", inputs => inputs["globalSecondaryIndexes"]![0]!["projectionType"] = "KEYS_ONLY"),
            "~ logs: globalSecondaryIndexes[byType].projectionType ALL → KEYS_ONLY"
        },
        // What is ignored is no change.
        {
            "prod", Same, graph => graph.WithInputs("Table", "logs", inputs =>
            {
                inputs["readCapacity"] = 40;
                inputs["globalSecondaryIndexes"]![0]!["writeCapacity"] = 40;
            }),
            ""
        },
        {
            "dev",
            graph => graph.WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = "e0"),
            graph => graph.WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = "e1"),
            $"± api-deployment: {Moves} | triggers.body e0 → e1 (replaces)\n~ api-stage: deployment follows api-deployment"
        },
        // A pinned alias stays at its version.
        {
            "dev",
            graph => graph.WithInputs("Alias", "QueryWorkouts-live", inputs => inputs["functionVersion"] = "7"),
            graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["memorySize"] = 512),
            "~ QueryWorkouts: memorySize 256 → 512"
        },
        // Tags and reserved concurrency publish no version.
        {
            "dev", Same, graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["reservedConcurrentExecutions"] = 60),
            "~ QueryWorkouts: reservedConcurrentExecutions 50 → 60"
        },
        // A document is what it says and not how it is written, and an archive its content and not its place.
        { "dev", Same, graph => graph.WithInputs("RestApi", "api", inputs => inputs["policy"] = JsonNode.Parse($"{inputs["policy"]}")!.ToString()), "" },
        { "dev", Same, graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["code"]!["archive"]!["path"] = "elsewhere.zip"), "" },
        // An option changes only what Pulumi knows, and the value of a parameter is kept to the provider.
        { "dev", Same, graph => graph.WithOptions("Table", "stats", options => options with { Protect = true }), "= stats: option protect false → true" },
        {
            "dev", Same, graph => graph.WithInputs("Parameter", "parameters-max-duration-minutes", inputs => inputs["value"] = "600"),
            "~ parameters-max-duration-minutes: value [secret] → [secret]"
        },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Tells_each_change_and_what_follows_from_it(string stack, Func<ResourceGraph, ResourceGraph> before, Func<ResourceGraph, ResourceGraph> after, string expected)
    {
        var graph = before(stacks[stack]);

        Assert.Equal(expected, string.Join('\n', Changes(graph, after(graph))));
    }

    [Fact]
    public void What_is_made_anew_takes_others_along()
    {
        var api = Changes(stacks.Dev, stacks.Dev.WithInputs("RestApi", "api", inputs => inputs["region"] = "eu-west-1"));
        var local = Changes(stacks.Dev, stacks.Dev.WithInputs("Table", "stats", inputs => inputs["localSecondaryIndexes"] = new JsonArray(new JsonObject { ["name"] = "byTime" })));
        var scaled = GraphEdit.Plan(stacks.Prod, stacks.Prod.WithInputs("Table", "stats", inputs => inputs["hashKey"] = "user"));

        Assert.Contains($"± api-deployment: {Moves} | restApi follows api (replaces)", api);
        Assert.Contains("± api-stage: restApi follows api (replaces) | deployment follows api-deployment", api);
        Assert.Contains("± stats: localSecondaryIndexes = [{\"name\":\"byTime\"}] (replaces)", local);
        Assert.Equal(
            ["stats", "stats-read-target", "stats-read-scaling", "stats-write-target", "stats-write-scaling", "backup-tables"],
            scaled.Changes.Where(change => change.Operation == Operation.Replace).Select(change => change.Resource.Name));
    }

    [Fact]
    public void An_unknown_type_and_a_graph_of_another_stack_are_refused()
    {
        const string Bucket = "aws:s3/bucket:Bucket";
        var odd = stacks.Dev.With("Table", "stats", table => table with { Type = Bucket, Urn = table.Urn.Replace("aws:dynamodb/table:Table", Bucket, StringComparison.Ordinal) });

        Assert.Equal(
            $"Which inputs replace a resource of type {Bucket} is not known. Fix: add a class for the type to local/Graph/Types.",
            Refusal.Of(() => GraphEdit.Plan(odd, odd)));
        Assert.Equal(
            "The base is a graph of stack dev of workout-log, and the plan is of stack prod of workout-log. Give the graph of the same stack.",
            Refusal.Of(() => GraphEdit.Plan(stacks.Dev, stacks.Prod)));
    }

    private static ResourceGraph Same(ResourceGraph graph) => graph;

    private static IEnumerable<string> Changes(ResourceGraph before, ResourceGraph after) => GraphEdit.Plan(before, after).Changes
        .Select(change => $"{ChangeText.Sign(change.Operation)} {change.Resource.Name}: {string.Join(" | ", ChangeText.Details(change))}");
}
