namespace WorkoutLog.Bench.Comparison;

/// <summary>Measurements of one process from start to end.</summary>
/// <param name="Init">From the start to the first poll for work.</param>
/// <param name="FirstAnswer">From the start to the answer of the first request, which was already waiting.</param>
/// <param name="InitCpu">CPU time up to the first poll.</param>
/// <param name="ColdCpu">CPU time up to the first answer.</param>
/// <param name="Warm">Latency of each further request.</param>
/// <param name="WarmCpu">CPU time of a further request, on average.</param>
/// <param name="PeakKiB">Peak resident memory.</param>
internal sealed record FunctionRun(TimeSpan Init, TimeSpan FirstAnswer, TimeSpan InitCpu, TimeSpan ColdCpu, IReadOnlyList<TimeSpan> Warm, TimeSpan WarmCpu, long PeakKiB);
