namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>An invocation as Lambda's log tells it.</summary>
/// <param name="Duration">Without INIT, unless it was tried a second time.</param>
/// <param name="InitDuration">Of a cold start; null when the process had served before, or when INIT was tried a second time.</param>
/// <param name="PeakMemoryMiB">The most that the process has held since it started.</param>
internal sealed record InvocationOutcome(InvocationResult Result, TimeSpan Duration, TimeSpan? InitDuration, int PeakMemoryMiB);
