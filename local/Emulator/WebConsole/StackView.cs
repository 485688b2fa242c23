using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Reads the data of a run that only a deployment changes.</summary>
internal static class StackReader
{
    private const string FaultExample = """{"faults":[{"action":"dynamodb:*","kind":"internalError","rate":1}]}""";

    public static StackView Read(ConsoleSource source, LocalCloudWatch cloudWatch, RunbookLibrary runbooks) => new(
        source.Deployment, source.Graph.Project, source.Graph.Stack, source.Description.Region, source.Url,
        cloudWatch.MetricMinute.TotalSeconds, [.. Notes(source, cloudWatch)],
        new DashboardReader(runbooks, cloudWatch.Alarms).Read(cloudWatch.Dashboard), FaultExample,
        [.. source.Graph.Resources.Select(Resource)]);

    private static ResourceView Resource(GraphResource resource) =>
        new(resource.Urn, resource.Parent, resource.Name, resource.Type, resource.Component, string.Join(" · ", AwsResourceTypes.Facts(resource)));

    private static IEnumerable<string> Notes(ConsoleSource source, LocalCloudWatch cloudWatch)
    {
        if (cloudWatch.Dashboard is null)
        {
            yield return $"This stack has no dashboard. To add one, set {Setting(source.Graph, ObservabilityKeys.Dashboard.Key, "true")}.";
        }

        // Read from the functions, which emit the metrics per workout type themselves and so know the setting.
        if (source.Description.Functions.Any(function => function.Variables.GetValueOrDefault(FunctionEnvironment.Monitoring) == "BASIC"))
        {
            yield return "Monitoring is basic: metrics per route and per workout type, and alarms on causes, are off. "
                + $"To turn them on, set {Setting(source.Graph, ObservabilityKeys.Monitoring.Key, "detailed")}.";
        }
    }

    private static string Setting(ResourceGraph graph, string key, string value) => $"“{graph.Project}:{key}: {value}” in Pulumi.{graph.Stack}.yaml";
}

/// <summary>The data of a run that only a deployment changes.</summary>
/// <param name="Deployment">Number of the current deployment within the run, from 1.</param>
/// <param name="Url">URL of the API, without a trailing slash.</param>
/// <param name="Notes">One note for each setting that omits something from the console.</param>
/// <param name="Widgets">Widgets of the dashboard, in order; empty without a dashboard.</param>
/// <param name="Resources">In registration order; a parent comes before its children.</param>
internal sealed record StackView(
    int Deployment, string Project, string Stack, string Region, string Url, double MetricMinuteSeconds, ImmutableArray<string> Notes,
    ImmutableArray<WidgetView> Widgets, string FaultExample, ImmutableArray<ResourceView> Resources);

/// <param name="Parent">URN; null for a top-level resource.</param>
/// <param name="Facts">The main settings, for reviewers.</param>
internal sealed record ResourceView(string Urn, string? Parent, string Name, string Type, bool Component, string Facts);

/// <summary>Reads the body of a dashboard as CloudWatch defines it.</summary>
/// <param name="alarms">The alarms that a widget may name by ARN.</param>
internal sealed class DashboardReader(RunbookLibrary runbooks, ImmutableArray<AlarmStatus> alarms)
{
    // CloudWatch's default.
    private const int DefaultSize = 6;

    public ImmutableArray<WidgetView> Read(JsonObject? body) => body is null ? [] : [.. body.Objects("widgets").Select(Widget)];

    private WidgetView Widget(JsonObject widget, int id)
    {
        var type = widget.Text("type") ?? "";
        var properties = widget["properties"] as JsonObject ?? [];
        return new WidgetView(
            id, type, widget.Integer("x") ?? 0, widget.Integer("y") ?? 0, widget.Integer("width") ?? DefaultSize,
            widget.Integer("height") ?? DefaultSize, properties.Text("title") ?? "",
            type == "text" ? MarkdownPage.Parse(properties.Text("markdown") ?? "", runbooks.Localize).ToFragment() : null,
            type == "alarm" ? AlarmNames(properties) : [], type == "metric" ? Graph(properties) : null);
    }

    private ImmutableArray<string> AlarmNames(JsonObject properties)
    {
        var byArn = alarms.ToDictionary(alarm => alarm.Arn, alarm => alarm.Name, StringComparer.Ordinal);
        return [.. (properties["alarms"] as JsonArray ?? []).Select(arn => byArn.GetValueOrDefault(arn!.GetValue<string>())).OfType<string>()];
    }

    private static GraphView Graph(JsonObject properties)
    {
        var left = properties["yAxis"]?["left"] as JsonObject ?? [];
        var right = properties["yAxis"]?["right"] as JsonObject;
        return new GraphView(
            properties.Text("view") ?? "timeSeries", properties.Flag("stacked"), left.Text("label") ?? "", right?.Text("label"),
            Number(left["min"]), Number(left["max"]),
            [
                .. (properties["annotations"] as JsonObject ?? []).Objects("horizontal")
                    .Where(line => line["value"] is not null)
                    .Select(line => new GraphLineView(line.Text("label") ?? "", Number(line["value"])!.Value)),
            ]);
    }

    private static double? Number(JsonNode? number) => number is null ? null : double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}

/// <summary>A widget of the dashboard: its position on the grid of 24 columns, and its static content.</summary>
/// <param name="Id">Its index in the dashboard's list.</param>
/// <param name="Type">CloudWatch's type.</param>
/// <param name="Html">Content of a text widget, as safe HTML.</param>
/// <param name="Alarms">Alarms of an alarm widget, by resource name.</param>
/// <param name="Graph">Graph of a metric widget.</param>
internal sealed record WidgetView(
    int Id, string Type, int X, int Y, int Width, int Height, string Title, string? Html, ImmutableArray<string> Alarms, GraphView? Graph);

/// <param name="View">CloudWatch's view, such as <c>timeSeries</c> or <c>singleValue</c>.</param>
/// <param name="Unit">Label of the left axis; empty if not set.</param>
/// <param name="RightUnit">Label of the right axis; null without one.</param>
/// <param name="Min">Minimum of the left axis; null scales automatically.</param>
/// <param name="Lines">Horizontal lines, such as an objective.</param>
internal sealed record GraphView(string View, bool Stacked, string Unit, string? RightUnit, double? Min, double? Max, ImmutableArray<GraphLineView> Lines);

internal sealed record GraphLineView(string Label, double Value);
