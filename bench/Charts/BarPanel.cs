namespace WorkoutLog.Bench.Charts;

/// <summary>One quantity, with its own scale.</summary>
/// <param name="Title">The quantity and its unit.</param>
/// <param name="Bars">From top to bottom.</param>
internal sealed record BarPanel(string Title, IReadOnlyList<Bar> Bars);
