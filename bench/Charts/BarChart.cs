using System.Text.Json.Nodes;

namespace WorkoutLog.Bench.Charts;

/// <summary>Horizontal bars in panels, two per row. All scales are linear and start at 0, so lengths are proportional to values.</summary>
internal static class BarChart
{
    private const int Columns = 2;
    private const int TitleHeight = 28;
    private const int BarPitch = 26;
    private const int BarHeight = 16;
    private const int Gap = 20;
    private const int FontSize = 12;

    /// <param name="title">One line.</param>
    /// <param name="subtitle">Measurement conditions.</param>
    /// <exception cref="ArgumentException">There is no panel, or a panel has no bar.</exception>
    public static Chart Create(string title, string subtitle, IReadOnlyList<BarPanel> panels)
    {
        if (panels.Count == 0 || panels.Any(panel => panel.Bars.Count == 0))
        {
            throw new ArgumentException("A chart needs a panel, and a panel needs a bar.", nameof(panels));
        }

        int panelHeight = TitleHeight + (BarPitch * panels.Max(panel => panel.Bars.Count)) + Gap;
        BarPanelPlace[] places = [.. panels.Select((panel, index) => Place(panel, index, panelHeight))];
        JsonObject option = ChartStyle.Option([ChartStyle.Title(title, subtitle), .. places.Select(PanelTitle)]);
        option["grid"] = new JsonArray([.. places.Select(Grid)]);
        option["xAxis"] = new JsonArray([.. places.Select(ValueAxis)]);
        option["yAxis"] = new JsonArray([.. places.Select(NameAxis)]);
        option["series"] = new JsonArray([.. places.Select(Series)]);
        int rows = (panels.Count + Columns - 1) / Columns;
        return new Chart(ChartStyle.Width, ChartStyle.HeadHeight + (rows * panelHeight), option);
    }

    private static BarPanelPlace Place(BarPanel panel, int index, int height)
    {
        const int Width = (ChartStyle.Width - ((Columns + 1) * ChartStyle.Margin)) / Columns;
        int left = ChartStyle.Margin + (index % Columns * (Width + ChartStyle.Margin));
        int top = ChartStyle.HeadHeight + (index / Columns * height);
        return new BarPanelPlace(panel, index, left, top, Width);
    }

    private static JsonObject PanelTitle(BarPanelPlace place) => new()
    {
        ["text"] = place.Panel.Title,
        ["left"] = place.Left - 5,
        ["top"] = place.Top - 5,
        ["textStyle"] = ChartStyle.Text(13, ChartStyle.Ink, "bold"),
    };

    private static JsonObject Grid(BarPanelPlace place)
    {
        int names = NamesWidth(place.Panel);
        int labels = place.Panel.Bars.Max(bar => ChartStyle.WidthOf(bar.Label, FontSize)) + 8;
        return new JsonObject
        {
            ["left"] = place.Left + names,
            ["top"] = place.Top + TitleHeight,
            ["width"] = place.Width - names - labels,
            ["height"] = BarPitch * place.Panel.Bars.Count,
            ["outerBoundsMode"] = "none",
        };
    }

    private static JsonObject ValueAxis(BarPanelPlace place) => new()
    {
        ["type"] = "value",
        ["gridIndex"] = place.Index,
        ["min"] = 0,
        ["max"] = place.Panel.Bars.Max(bar => bar.Value),
        ["show"] = false,
    };

    private static JsonObject NameAxis(BarPanelPlace place) => new()
    {
        ["type"] = "category",
        ["gridIndex"] = place.Index,
        ["inverse"] = true,
        ["data"] = new JsonArray([.. place.Panel.Bars.Select(Name)]),
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["axisLine"] = ChartStyle.Line(ChartStyle.Rule),
        ["axisLabel"] = new JsonObject { ["margin"] = NamesWidth(place.Panel), ["interval"] = 0 },
    };

    private static JsonObject Name(Bar bar)
    {
        JsonObject style = ChartStyle.Text(FontSize, ChartStyle.Ink, Weight(bar));
        style["align"] = "left";
        return new JsonObject { ["value"] = bar.Name, ["textStyle"] = style };
    }

    private static JsonObject Series(BarPanelPlace place) => new()
    {
        ["type"] = "bar",
        ["silent"] = true,
        ["xAxisIndex"] = place.Index,
        ["yAxisIndex"] = place.Index,
        ["barWidth"] = BarHeight,
        ["data"] = new JsonArray([.. place.Panel.Bars.Select(Item)]),
    };

    private static JsonObject Item(Bar bar)
    {
        JsonObject label = ChartStyle.Text(FontSize, ChartStyle.Ink, Weight(bar));
        label["show"] = true;
        label["position"] = "right";
        label["formatter"] = bar.Label;
        return new JsonObject
        {
            ["value"] = bar.Value,
            ["label"] = label,
            ["itemStyle"] = new JsonObject { ["color"] = bar.IsOurs ? ChartStyle.Accent : ChartStyle.Quiet },
        };
    }

    private static int NamesWidth(BarPanel panel) => panel.Bars.Max(bar => ChartStyle.WidthOf(bar.Name, FontSize)) + 12;

    private static string Weight(Bar bar) => bar.IsOurs ? "bold" : "normal";
}
