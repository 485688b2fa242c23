namespace WorkoutLog.Bench.Charts;

/// <summary>A panel and its position in the chart, in pixels.</summary>
internal sealed record BarPanelPlace(BarPanel Panel, int Index, int Left, int Top, int Width);
