namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>Cost of the calls for each history length.</summary>
/// <param name="Histories">Shortest first; the values of a series have the same order.</param>
/// <param name="ThroughApi">Round-trip latency: client, API, function, DynamoDB Local.</param>
/// <param name="InProcess">Latency of the store alone, in the measuring process.</param>
/// <param name="Capacity">Units per call.</param>
internal sealed record ReadGrowth(
    IReadOnlyList<History> Histories,
    IReadOnlyList<Series<Latency>> ThroughApi,
    IReadOnlyList<Series<Latency>> InProcess,
    IReadOnlyList<Series<Units>> Capacity);

internal sealed record Series<T>(string Name, IReadOnlyList<T> Values);
