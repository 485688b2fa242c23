namespace WorkoutLog.Bench.Charts;

/// <param name="Name">Name of the measured item.</param>
/// <param name="Points">Ordered by X; all values above 0.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
