namespace WorkoutLog.Bench.Charts;

/// <param name="Name">What grows.</param>
/// <param name="Points">By X; all above 0.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
