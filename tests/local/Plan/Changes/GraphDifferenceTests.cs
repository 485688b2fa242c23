using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Plan.Changes;

public sealed class GraphDifferenceTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Whoever_carries_a_name_of_what_is_made_anew_changes_too_and_is_made_anew_where_that_forces_it()
    {
        var changes = Changes(stacks.Dev, stacks.Dev.WithInputs("Table", "logs", inputs => inputs["rangeKey"] = "time"));

        Assert.Equal(
            """
            ± logs: rangeKey workoutTimestamp → time (replaces)
            ~ ProcessWorkout: environment.variables.LOGS_TABLE follows logs
            ~ ProcessWorkout-live: functionVersion follows ProcessWorkout
            ~ logs-get-ProcessWorkout-role: policy follows logs
            ~ logs-put-ProcessWorkout-role: policy follows logs
            ~ logs-delete-ProcessWorkout-role: policy follows logs
            ~ QueryWorkouts: environment.variables.LOGS_TABLE follows logs
            ~ QueryWorkouts-live: functionVersion follows QueryWorkouts
            ~ logs-get-QueryWorkouts-role: policy follows logs
            ~ logs-query-QueryWorkouts-role: policy follows logs
            ~ logs-query-byType-QueryWorkouts-role: policy follows logs
            ~ observability-logs-throttles: metricQueries follows logs
            ~ dashboard: dashboardBody follows logs
            """.Split('\n'),
            changes);
    }

    [Fact]
    public void What_is_made_anew_because_of_something_else_takes_others_along()
    {
        var changes = Changes(stacks.Dev, stacks.Dev.WithInputs("RestApi", "api", inputs => inputs["region"] = "eu-west-1"));

        Assert.Contains("± api-deployment: the stage moves to the new one, then the old one goes: no call is lost | restApi follows api (replaces)", changes);
        Assert.Contains("± api-stage: restApi follows api (replaces) | deployment follows api-deployment", changes);
    }

    [Fact]
    public void A_scaled_table_takes_its_scaling_with_it()
    {
        var plan = GraphEdit.Plan(stacks.Prod, stacks.Prod.WithInputs("Table", "stats", inputs => inputs["hashKey"] = "user"));

        Assert.Equal(
            ["stats", "stats-read-target", "stats-read-scaling", "stats-write-target", "stats-write-scaling", "backup-tables"],
            plan.Changes.Where(change => change.Operation == Operation.Replace).Select(change => change.Resource.Name));
    }

    [Fact]
    public void An_index_and_an_attribute_change_in_place() => Assert.Equal(
        ["~ logs: globalSecondaryIndexes[byType].projectionType ALL → KEYS_ONLY"],
        Changes(stacks.Dev, stacks.Dev.WithInputs("Table", "logs", inputs => inputs["globalSecondaryIndexes"]![0]!["projectionType"] = "KEYS_ONLY")));

    [Fact]
    public void A_local_index_makes_a_table_anew() => Assert.Contains(
        "± stats: localSecondaryIndexes = [{\"name\":\"byTime\"}] (replaces)",
        Changes(stacks.Dev, stacks.Dev.WithInputs("Table", "stats", inputs => inputs["localSecondaryIndexes"] = new JsonArray(new JsonObject { ["name"] = "byTime" }))));

    [Fact]
    public void What_is_ignored_is_no_change() => Assert.Empty(
        Changes(stacks.Prod, stacks.Prod.WithInputs("Table", "logs", inputs =>
        {
            inputs["readCapacity"] = 40;
            inputs["globalSecondaryIndexes"]![0]!["writeCapacity"] = 40;
        })));

    [Fact]
    public void A_deployment_of_the_API_is_made_anew_and_the_stage_moves_to_it() => Assert.Equal(
        [
            "± api-deployment: the stage moves to the new one, then the old one goes: no call is lost | triggers.body e0 → e1 (replaces)",
            "~ api-stage: deployment follows api-deployment",
        ],
        Changes(
            stacks.Dev.WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = "e0"),
            stacks.Dev.WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = "e1")));

    [Fact]
    public void A_pinned_alias_stays_at_its_version()
    {
        var pinned = stacks.Dev.WithInputs("Alias", "QueryWorkouts-live", inputs => inputs["functionVersion"] = "7");

        Assert.Equal(["~ QueryWorkouts: memorySize 256 → 512"], Changes(pinned, pinned.WithInputs("Function", "QueryWorkouts", inputs => inputs["memorySize"] = 512)));
    }

    [Fact]
    public void Tags_and_reserved_concurrency_publish_no_version() => Assert.Equal(
        ["~ QueryWorkouts: reservedConcurrentExecutions 50 → 60"],
        Changes(stacks.Dev, stacks.Dev.WithInputs("Function", "QueryWorkouts", inputs => inputs["reservedConcurrentExecutions"] = 60)));

    [Fact]
    public void A_document_is_what_it_says_and_not_how_it_is_written() => Assert.Empty(
        Changes(stacks.Dev, stacks.Dev.WithInputs("RestApi", "api", inputs => inputs["policy"] = JsonNode.Parse($"{inputs["policy"]}")!.ToString())));

    [Fact]
    public void An_archive_is_its_content_and_not_its_place() => Assert.Empty(
        Changes(stacks.Dev, stacks.Dev.WithInputs("Function", "QueryWorkouts", inputs => inputs["code"]!["archive"]!["path"] = "elsewhere.zip")));

    [Fact]
    public void An_option_changes_only_what_Pulumi_knows() => Assert.Equal(
        ["= stats: option protect false → true"],
        Changes(stacks.Dev, stacks.Dev.WithOptions("Table", "stats", options => options with { Protect = true })));

    [Fact]
    public void The_value_of_a_parameter_is_kept_to_the_provider() => Assert.Equal(
        ["~ parameters-max-duration-minutes: value [secret] → [secret]"],
        Changes(stacks.Dev, stacks.Dev.WithInputs("Parameter", "parameters-max-duration-minutes", inputs => inputs["value"] = "600")));

    [Fact]
    public void An_unknown_type_is_told_of()
    {
        var odd = stacks.Dev.With("Table", "stats", table => table with { Type = "aws:s3/bucket:Bucket", Urn = table.Urn.Replace("aws:dynamodb/table:Table", "aws:s3/bucket:Bucket", StringComparison.Ordinal) });

        var refusal = Assert.Throws<UserErrorException>(() => GraphEdit.Plan(odd, odd));

        Assert.Equal(
            "Which inputs replace a resource of type aws:s3/bucket:Bucket is not known. Fix: add a class for the type to local/Graph/Types.",
            refusal.Message);
    }

    [Fact]
    public void A_graph_of_another_stack_is_refused()
    {
        var refusal = Assert.Throws<UserErrorException>(() => GraphEdit.Plan(stacks.Dev, stacks.Prod));

        Assert.Equal(
            "The base is a graph of stack dev of workout-log, and the plan is of stack prod of workout-log. Give the graph of the same stack.", refusal.Message);
    }

    private static IEnumerable<string> Changes(ResourceGraph before, ResourceGraph after) => GraphEdit.Plan(before, after).Changes
        .Select(change => $"{ChangeText.Sign(change.Operation)} {change.Resource.Name}: {string.Join(" | ", ChangeText.Details(change))}");
}
