using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Reads what of a run stays as it is until the next deployment.</summary>
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
            yield return $"This stack has no dashboard. {Setting(source.Graph, WatchKeys.Dashboard.Key, "true")} gives it one.";
        }

        // The functions are told, because they emit the metrics of workout types themselves.
        if (source.Description.Functions.Any(function => function.Variables.GetValueOrDefault(FunctionEnvironment.Monitoring) == "BASIC"))
        {
            yield return "Monitoring is basic: metrics of single routes and workout types, and alarms on causes, are left out. "
                + $"{Setting(source.Graph, WatchKeys.Monitoring.Key, "detailed")} brings them.";
        }
    }

    private static string Setting(ResourceGraph graph, string key, string value) => $"“{graph.Project}:{key}: {value}” in Pulumi.{graph.Stack}.yaml";
}

/// <summary>What of a run stays as it is until the next deployment.</summary>
/// <param name="Deployment">In force; counts the deployments of the run, from 1.</param>
/// <param name="Url">Of the API, without a trailing slash.</param>
/// <param name="Notes">One for each setting that leaves something out of the console.</param>
/// <param name="Widgets">Of the dashboard, in its order; empty without one.</param>
/// <param name="Resources">In the order of registration; a parent comes before its children.</param>
internal sealed record StackView(
    int Deployment, string Project, string Stack, string Region, string Url, double MetricMinuteSeconds, ImmutableArray<string> Notes,
    ImmutableArray<WidgetView> Widgets, string FaultExample, ImmutableArray<ResourceView> Resources);

/// <param name="Parent">URN; null right under the stack.</param>
/// <param name="Facts">What a reviewer wants to see at a glance.</param>
internal sealed record ResourceView(string Urn, string? Parent, string Name, string Type, bool Component, string Facts);

/// <summary>Reads the body of a dashboard as CloudWatch defines it.</summary>
/// <param name="alarms">All that a widget may name by ARN.</param>
internal sealed class DashboardReader(RunbookLibrary runbooks, ImmutableArray<AlarmStatus> alarms)
{
    // What CloudWatch takes for a widget that says nothing.
    private const int DefaultSize = 6;

    public ImmutableArray<WidgetView> Read(JsonObject? body) => body is null ? [] : [.. body.Objects("widgets").Select(Widget)];

    private WidgetView Widget(JsonObject widget, int id)
    {
        var type = widget.Text("type") ?? "";
        var properties = widget["properties"] as JsonObject ?? [];
        return new WidgetView(
            id, type, widget.Integer("x") ?? 0, widget.Integer("y") ?? 0, widget.Integer("width") ?? DefaultSize,
            widget.Integer("height") ?? DefaultSize, properties.Text("title") ?? "",
            type == "text" ? MarkdownPage.Parse(properties.Text("markdown") ?? "", runbooks.Localize).ToHtml() : null,
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

/// <summary>A widget of the dashboard: its place on the grid of 24 columns, and what of it does not change.</summary>
/// <param name="Id">Its place in the dashboard's list.</param>
/// <param name="Type">CloudWatch's own word.</param>
/// <param name="Html">Of a text widget; safe to show.</param>
/// <param name="Alarms">Names of the alarms' resources, of an alarm widget.</param>
/// <param name="Graph">Of a metric widget.</param>
internal sealed record WidgetView(
    int Id, string Type, int X, int Y, int Width, int Height, string Title, string? Html, ImmutableArray<string> Alarms, GraphView? Graph);

/// <param name="View">CloudWatch's own word, such as <c>timeSeries</c> or <c>singleValue</c>.</param>
/// <param name="Unit">What the values of the left axis count; empty where the widget does not say.</param>
/// <param name="RightUnit">The same of the right axis; null without one.</param>
/// <param name="Min">Least value of the left axis; null lets the values decide.</param>
/// <param name="Lines">Horizontal lines, such as an objective.</param>
internal sealed record GraphView(string View, bool Stacked, string Unit, string? RightUnit, double? Min, double? Max, ImmutableArray<GraphLineView> Lines);

internal sealed record GraphLineView(string Label, double Value);
