namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>What calls take at each length of the history.</summary>
/// <param name="Histories">Shortest first; the values of a series stand in this order.</param>
/// <param name="ThroughApi">Latency from the client through the API and a function to DynamoDB Local and back.</param>
/// <param name="InProcess">Latency of storage alone, in the measuring process.</param>
/// <param name="Capacity">Units of a call.</param>
internal sealed record ReadGrowth(
    IReadOnlyList<History> Histories,
    IReadOnlyList<Series<Latency>> ThroughApi,
    IReadOnlyList<Series<Latency>> InProcess,
    IReadOnlyList<Series<Units>> Capacity);

internal sealed record Series<T>(string Name, IReadOnlyList<T> Values);
