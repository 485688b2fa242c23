namespace WorkoutLog.Bench.Charts;

/// <param name="Name">What was measured.</param>
/// <param name="Value">Length of the bar, in the panel's unit.</param>
/// <param name="Label">What stands at its end: the value with its unit, and what else is to be said.</param>
/// <param name="IsOurs">Whether it is the one that the others are compared with.</param>
internal sealed record Bar(string Name, double Value, string Label, bool IsOurs = false);
