using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>
/// A key and what services ask of it for the tables and logs that it encrypts. A rotated key costs as much again for the first and
/// for the second rotation; the bill is that of the first year, before either.
/// </summary>
internal static class KeyUsage
{
    public static IEnumerable<Usage> Of(GraphResource key, ResourceGraph graph, Workload load)
    {
        yield return new(key.Type, "keys", "key", 1);
        var arn = key.Outputs.Text("arn");
        var functions = graph.OfType(ResourceTypes.Function).Select(function => FunctionShare.Of(function, load).RequestsPerDay).ToArray();
        var tables = graph.OfType(ResourceTypes.Table).Count(table => (table.Inputs["serverSideEncryption"] as JsonObject)?.Text("kmsKeyArn") == arn);
        var groups = graph.OfType("aws:cloudwatch/logGroup:LogGroup").Count(group => group.Inputs.Text("kmsKeyId") == arn);
        // DynamoDB keeps a table's key for each caller by itself.
        var requests = (tables * functions.Sum(Askings)) + (groups * Askings(load.RequestsPerDay));
        var topics = graph.OfType("aws:sns/topic:Topic").Count(topic => topic.Inputs.Text("kmsMasterKeyId") == arn);
        yield return new(key.Type, "requests to keys", "keyRequest", requests + (topics * 2 * Assumptions.NotificationsPerMonth));
    }

    private static double Askings(double eventsPerDay) => Chances.ActivePeriodsPerMonth(eventsPerDay, Assumptions.DataKeyMinutes);
}
