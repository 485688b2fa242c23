namespace WorkoutLog.Infra.Tests.Components.Dashboards;

/// <summary>Reads the body of a stack's dashboard.</summary>
internal static class ShownDashboard
{
    public static List<JsonNode> Widgets(this ResourceGraph graph) =>
        [.. graph.Only("aws:cloudwatch/dashboard:Dashboard").Json("dashboardBody")["widgets"]!.AsArray().Select(widget => widget!)];

    /// <summary>Properties of the metric widgets.</summary>
    public static IEnumerable<JsonNode> Graphs(this ResourceGraph graph) =>
        Widgets(graph).Where(widget => widget["type"]!.ToString() == "metric").Select(widget => widget["properties"]!);

    public static JsonNode Graph(this ResourceGraph graph, string title) => Assert.Single(Graphs(graph), candidate => candidate["title"]!.ToString() == title);

    /// <summary>The values of a dimension, row by row.</summary>
    public static IEnumerable<string> Values(this JsonNode graph, string dimension) =>
        graph["metrics"]!.AsArray().Select(line => line!.AsArray().Select(text => text!.ToString()).SkipWhile(text => text != dimension).ElementAt(1));
}
