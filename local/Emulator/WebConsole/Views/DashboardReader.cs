using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.WebConsole.Runbooks;

namespace WorkoutLog.Local.WebConsole.Views;

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
            id,
            type,
            widget.Integer("x") ?? 0,
            widget.Integer("y") ?? 0,
            widget.Integer("width") ?? DefaultSize,
            widget.Integer("height") ?? DefaultSize,
            properties.Text("title") ?? "",
            type == "text" ? MarkdownPage.Parse(properties.Text("markdown") ?? "", runbooks.Localize).ToHtml() : null,
            type == "alarm" ? AlarmNames(properties) : [],
            type == "metric" ? Graph(properties) : null);
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
            properties.Text("view") ?? "timeSeries",
            properties.Flag("stacked"),
            left.Text("label") ?? "",
            right?.Text("label"),
            Number(left["min"]),
            Number(left["max"]),
            [
                .. (properties["annotations"] as JsonObject ?? []).Objects("horizontal")
                    .Where(line => line["value"] is not null)
                    .Select(line => new GraphLineView(line.Text("label") ?? "", Number(line["value"])!.Value)),
            ]);
    }

    private static double? Number(JsonNode? number) => number is null ? null : double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}
