namespace WorkoutLog.Bench.Comparison;

/// <summary>What was seen of one process from its start to its end.</summary>
/// <param name="Init">From the start to the first question for work.</param>
/// <param name="FirstAnswer">From the start to the answer of the first request, which waited.</param>
/// <param name="InitCpu">CPU time up to the first question.</param>
/// <param name="ColdCpu">CPU time up to the first answer.</param>
/// <param name="Warm">Latency of each further request.</param>
/// <param name="WarmCpu">CPU time of a further request, on average.</param>
/// <param name="PeakKiB">The most resident memory.</param>
internal sealed record FunctionRun(TimeSpan Init, TimeSpan FirstAnswer, TimeSpan InitCpu, TimeSpan ColdCpu, IReadOnlyList<TimeSpan> Warm, TimeSpan WarmCpu, long PeakKiB);
