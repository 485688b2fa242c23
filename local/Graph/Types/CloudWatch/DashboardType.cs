namespace WorkoutLog.Local.Graph.Types;

internal sealed class DashboardType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("dashboardName", "region"), new Charge.ByUsage(Dashboards))
{
    public const string Token = "aws:cloudwatch/dashboard:Dashboard";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.Text("dashboardName")),
        ("dashboardArn", AwsNames.GlobalArn("cloudwatch", $"dashboard/{resource.Text("dashboardName")}")),
    ];

    // The limit up to which a dashboard counts as small.
    private const int MetricsOfSmallDashboard = 50;

    private static IEnumerable<Usage> Dashboards(GraphResource dashboard, ResourceGraph graph, Workload load)
    {
        var metrics = JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!["widgets"]!.AsArray()
            .SelectMany(widget => widget!["properties"]?["metrics"] as JsonArray ?? [])
            // A metric math row has no metric name, only options.
            .Count(row => row![0] is JsonValue);
        yield return new(Token, $"dashboard, {metrics} metrics", metrics > MetricsOfSmallDashboard ? "largeDashboard" : "dashboard", 1);
    }
}
