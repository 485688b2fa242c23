using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;

namespace WorkoutLog.Infra.Monitoring.Dashboards;

/// <summary>The body of a CloudWatch dashboard, with CloudWatch's member names.</summary>
public sealed record DashboardBody(ImmutableArray<DashboardWidget> Widgets)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Output<string> ToJson() => Output.JsonSerialize(Output.Create(this), _json);
}

/// <param name="Type"><c>text</c>, <c>metric</c> or <c>alarm</c>; determines the type of <paramref name="Properties"/>.</param>
/// <param name="X">Column of the left edge, 0 to 23.</param>
/// <param name="Y">Row of the upper edge.</param>
/// <param name="Width">Columns, 1 to 24.</param>
/// <param name="Height">Rows.</param>
public sealed record DashboardWidget(string Type, int X, int Y, int Width, int Height, object Properties);

public sealed record TextProperties(string Markdown);

public sealed record AlarmProperties(string Title, ImmutableArray<Input<string>> Alarms);

/// <param name="Metrics">
/// One row per line. A metric: namespace, name, pairs of dimension name and value, then its <see cref="MetricOptions"/>. Metric math:
/// its <see cref="ExpressionOptions"/> only.
/// </param>
/// <param name="Period">Seconds.</param>
public sealed record MetricProperties(
    string Title,
    string Region,
    int Period,
    string View,
    bool Stacked,
    YAxes YAxis,
    Annotations? Annotations,
    ImmutableArray<ImmutableArray<object>> Metrics);

/// <param name="Stat">The statistic, such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Id">The row's name in metric math; null if unused.</param>
/// <param name="Visible">False for a row used only in metric math; else null.</param>
public sealed record MetricOptions(string Label, string Stat, string? Id = null, bool? Visible = null);

public sealed record ExpressionOptions(string Label, string Expression, string Id);

public sealed record YAxes(YAxis Left);

/// <param name="Label">The unit of the values.</param>
public sealed record YAxis(string Label, int Min, bool ShowUnits);

public sealed record Annotations(ImmutableArray<Mark> Horizontal);

/// <summary>A line across a graph, such as a threshold.</summary>
public sealed record Mark(string Label, double Value);
