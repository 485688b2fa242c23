namespace WorkoutLog.Bench.Charts;

/// <param name="Name">Name of the measured item.</param>
/// <param name="Value">Length of the bar, in the panel's unit.</param>
/// <param name="Label">Text at its end: the value, and a ratio if any.</param>
/// <param name="IsOurs">Whether it is the reference that the others are compared with.</param>
internal sealed record Bar(string Name, double Value, string Label, bool IsOurs = false);
