namespace WorkoutLog.Bench.Charts;

/// <summary>A panel and where it stands in its chart, in pixels.</summary>
internal sealed record BarPanelPlace(BarPanel Panel, int Index, int Left, int Top, int Width);
