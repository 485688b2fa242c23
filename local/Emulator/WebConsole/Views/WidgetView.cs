using System.Collections.Immutable;

namespace WorkoutLog.Local.WebConsole.Views;

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
