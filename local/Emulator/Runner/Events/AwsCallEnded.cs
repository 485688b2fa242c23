using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Events;

/// <summary>A call of a function to AWS that has been answered, or broken off.</summary>
/// <param name="Time">When it came, by the run's clock.</param>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="TraceId">What the SDK sent as <c>X-Amzn-Trace-Id</c>; null when it sent none.</param>
/// <param name="Service">As in actions: <c>dynamodb</c>.</param>
/// <param name="Resources">ARNs, each once.</param>
/// <param name="Status">0 for a call whose connection broke.</param>
/// <param name="Error">Type of the error without its namespace, such as <c>ConditionalCheckFailedException</c>; null for success and for a broken call.</param>
/// <param name="Tables">What the call did to DynamoDB's tables; empty for other services.</param>
public sealed record AwsCallEnded(
    DateTimeOffset Time,
    string Function,
    string? TraceId,
    string Service,
    string Operation,
    ImmutableArray<string> Resources,
    int Status,
    string? Error,
    TimeSpan Duration,
    ImmutableArray<TableUse> Tables);
