using System.Text.Json.Nodes;

namespace WorkoutLog.Bench.Charts;

/// <summary>Style shared by all charts. The background is white, so that charts look the same in dark and light mode.</summary>
internal static class ChartStyle
{
    public const int Width = 800;
    public const int Margin = 24;

    /// <summary>Height of title and subtitle.</summary>
    public const int HeadHeight = 76;

    public const string Ink = "#1f2328";
    public const string SoftInk = "#59636e";
    public const string Rule = "#d1d9e0";
    public const string FaintRule = "#eff2f5";
    public const string Accent = "#0969da";
    public const string Quiet = "#9ba4ae";

    /// <summary>Distinguishable for colour-blind readers, each with enough contrast on white.</summary>
    public static readonly IReadOnlyList<string> Palette = [Accent, "#bc4c00", "#1a7f37", "#8250df", "#bf3989", "#57606a"];

    public static JsonObject Option(params JsonObject[] titles) => new()
    {
        ["backgroundColor"] = "#ffffff",
        ["textStyle"] = new JsonObject { ["fontFamily"] = "Helvetica, Arial, sans-serif", ["color"] = Ink },
        ["title"] = new JsonArray([.. titles]),
    };

    /// <summary>The chart's title and subtitle.</summary>
    public static JsonObject Title(string text, string subtitle) => new()
    {
        ["text"] = text,
        ["subtext"] = subtitle,
        ["left"] = Margin - 5,
        ["top"] = 12,
        ["itemGap"] = 6,
        ["textStyle"] = Text(16, Ink, "bold"),
        ["subtextStyle"] = Text(12, SoftInk),
    };

    public static JsonObject Text(int size, string colour, string weight = "normal") =>
        new() { ["fontSize"] = size, ["color"] = colour, ["fontWeight"] = weight };

    /// <summary>A line of the grid.</summary>
    public static JsonObject Line(string colour) =>
        new() { ["show"] = true, ["lineStyle"] = new JsonObject { ["color"] = colour, ["width"] = 1 } };

    /// <summary>Estimated width of a text in pixels. Errs on the wide side, because the reader's fonts are unknown.</summary>
    public static int WidthOf(string text, int fontSize) => (int)Math.Ceiling(text.Length * fontSize * 0.62);
}
