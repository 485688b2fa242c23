namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>Capacity units that DynamoDB counts for one call.</summary>
/// <param name="Read">Read units: a strongly consistent read of 4 KB is one.</param>
/// <param name="Write">Write units: 1 KB in a transaction is two.</param>
internal sealed record Units(double Read, double Write);
