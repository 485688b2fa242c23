namespace WorkoutLog.Http.Runtime;

/// <summary>A parameter's value is not taken; the one before stays in force.</summary>
/// <param name="Reason">Does not repeat the value.</param>
/// <param name="IsNew">The same version was not refused before.</param>
internal readonly record struct Refusal(string Reason, bool IsNew);
