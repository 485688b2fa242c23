using System.Text.Json.Nodes;

namespace WorkoutLog.Bench.Charts;

/// <summary>Lines on logarithmic axes: proportional growth is a diagonal, no growth is a horizontal line.</summary>
internal static class GrowthChart
{
    private const int PlotHeight = 300;
    private const int FootHeight = 64;
    private const int FontSize = 12;

    // A different symbol per curve, so that curves differ by more than colour.
    private static readonly string[] _symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];

    /// <param name="title">One line.</param>
    /// <param name="subtitle">Measurement conditions.</param>
    /// <exception cref="ArgumentException">There is no curve, a curve without a point, too many curves, or a value that is not above 0.</exception>
    public static Chart Create(string title, string subtitle, ChartAxis x, ChartAxis y, IReadOnlyList<Curve> curves)
    {
        if (curves.Count == 0 || curves.Count > _symbols.Length || curves.Any(curve => curve.Points.Count == 0))
        {
            throw new ArgumentException($"A chart needs 1 to {_symbols.Length} curves, and a curve needs a point.", nameof(curves));
        }

        int names = curves.Max(curve => ChartStyle.WidthOf(curve.Name, FontSize)) + 12;
        JsonObject option = ChartStyle.Option(ChartStyle.Title(title, subtitle));
        option["grid"] = new JsonObject
        {
            ["left"] = 72,
            ["top"] = ChartStyle.HeadHeight + 20,
            ["width"] = ChartStyle.Width - 72 - names - ChartStyle.Margin,
            ["height"] = PlotHeight,
            ["outerBoundsMode"] = "none",
        };
        option["xAxis"] = Axis(x, curves.SelectMany(curve => curve.Points).Select(point => point.X), "middle", 32);
        option["yAxis"] = Axis(y, curves.SelectMany(curve => curve.Points).Select(point => point.Y), "end", 12);
        // Above the plot, aligned left: vertical text beside the axis is harder to read.
        option["yAxis"]!["nameTextStyle"]!["align"] = "left";
        option["yAxis"]!["nameTextStyle"]!["padding"] = new JsonArray(0, 0, 0, ChartStyle.Margin - 72);
        option["series"] = new JsonArray([.. curves.Select(Series)]);
        return new Chart(ChartStyle.Width, ChartStyle.HeadHeight + 20 + PlotHeight + FootHeight, option);
    }

    private static JsonObject Axis(ChartAxis axis, IEnumerable<double> values, string nameLocation, int nameGap)
    {
        var (min, max) = axis.Range(values);
        return new JsonObject
        {
            ["type"] = "log",
            ["logBase"] = axis.LogBase,
            ["min"] = min,
            ["max"] = max,
            ["name"] = axis.Name,
            ["nameLocation"] = nameLocation,
            ["nameGap"] = nameGap,
            ["nameTextStyle"] = ChartStyle.Text(FontSize, ChartStyle.SoftInk),
            ["axisLine"] = ChartStyle.Line(ChartStyle.Rule),
            ["axisTick"] = new JsonObject { ["show"] = false },
            ["splitLine"] = ChartStyle.Line(ChartStyle.Rule),
            // 20, 30 … 90 between 10 and 100.
            ["minorTick"] = new JsonObject { ["show"] = false, ["splitNumber"] = axis.LogBase - 1 },
            ["minorSplitLine"] = ChartStyle.Line(ChartStyle.FaintRule),
            ["axisLabel"] = ChartStyle.Text(FontSize, ChartStyle.SoftInk),
        };
    }

    private static JsonObject Series(Curve curve, int index)
    {
        // The curve's name is at its last point, so no legend is needed.
        JsonObject name = ChartStyle.Text(FontSize, ChartStyle.Palette[index], "bold");
        name["show"] = true;
        name["formatter"] = "{a}";
        name["lineHeight"] = 15;
        return new JsonObject
        {
            ["type"] = "line",
            ["silent"] = true,
            ["name"] = curve.Name,
            ["color"] = ChartStyle.Palette[index],
            ["symbol"] = _symbols[index],
            ["symbolSize"] = 8,
            ["lineStyle"] = new JsonObject { ["width"] = 2 },
            ["data"] = new JsonArray([.. curve.Points.Select(point => new JsonArray(point.X, point.Y))]),
            ["endLabel"] = name,
            ["labelLayout"] = new JsonObject { ["moveOverlap"] = "shiftY" },
        };
    }
}
