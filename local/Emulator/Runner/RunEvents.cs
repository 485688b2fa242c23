namespace WorkoutLog.Local.Runner;

public sealed class RunEvents
{
    private ImmutableArray<Action<RunEvent>> _observers = [];

    internal bool IsObserved => !_observers.IsEmpty;

    /// <param name="observer">Called from any thread while a caller waits: it must return quickly and must not throw.</param>
    public void Subscribe(Action<RunEvent> observer) => ImmutableInterlocked.Update(ref _observers, observers => observers.Add(observer));

    internal void Publish(RunEvent happened)
    {
        foreach (var observer in _observers)
        {
            observer(happened);
        }
    }
}

/// <summary>An event of a run; functions are identified by their resource names.</summary>
/// <param name="Time">Start time, by the run's clock.</param>
public abstract record RunEvent(DateTimeOffset Time);

/// <param name="TraceId">The <c>X-Amzn-Trace-Id</c>, which the function's calls propagate.</param>
/// <param name="Path">As sent, without the query.</param>
/// <param name="Route">The matching template, such as <c>/stats/{userId}</c>; null for an unknown path.</param>
/// <param name="GatewayError">Type of the gateway response if the API itself rejected the request or failed, such as <c>THROTTLED</c>.</param>
/// <param name="Function">Name of the function's resource; null if none was invoked.</param>
/// <param name="Duration">Until the response was written.</param>
/// <param name="IntegrationDuration">The function's part of it; null if none was invoked.</param>
/// <param name="Caller">Access key of the local identity; null for an unknown caller.</param>
public sealed record ApiRequestEnded(
    DateTimeOffset Time, string RequestId, string TraceId, string Method, string Path, string? Route, int Status, string? GatewayError, string? Function,
    TimeSpan Duration, TimeSpan? IntegrationDuration, string? Caller) : RunEvent(Time)
{
    /// <summary>Number of the deployment that accepted the request, from 1.</summary>
    public int Deployment { get; init; } = 1;
}

/// <param name="Duration">Without INIT; zero if throttled.</param>
/// <param name="InitDuration">Duration of INIT in a cold start.</param>
/// <param name="Concurrency">Concurrent invocations of the function, including this one; 0 if throttled.</param>
/// <param name="Lines">The output of the process during the invocation, and Lambda's own log lines.</param>
public sealed record InvocationEnded(
    DateTimeOffset Time, string Function, string TraceId, InvocationResult Result, TimeSpan Duration, TimeSpan? InitDuration, int Concurrency,
    ImmutableArray<string> Lines) : RunEvent(Time)
{
    /// <summary>The ARN that the caller invoked: the alias.</summary>
    public required string InvokedArn { get; init; }

    /// <summary>Number of the version that ran, or would have run; Lambda's <c>ExecutedVersion</c>.</summary>
    public required string Version { get; init; }
}

/// <summary>A completed or broken call of a function to AWS.</summary>
/// <param name="TraceId">The SDK's <c>X-Amzn-Trace-Id</c>; null if it sent none.</param>
/// <param name="Service">As in actions: <c>dynamodb</c>.</param>
/// <param name="Resources">Distinct ARNs.</param>
/// <param name="Status">0 if the connection broke.</param>
/// <param name="Error">Type of the error without its namespace, such as <c>ConditionalCheckFailedException</c>; null for success and for a broken call.</param>
/// <param name="Tables">Use of DynamoDB's tables; empty for other services.</param>
public sealed record AwsCallEnded(
    DateTimeOffset Time, string Function, string? TraceId, string Service, string Operation, ImmutableArray<string> Resources, int Status, string? Error,
    TimeSpan Duration, ImmutableArray<TableUse> Tables) : RunEvent(Time);

/// <param name="Table">Name at AWS.</param>
/// <param name="Index">The index whose capacity is used; null for the table itself.</param>
/// <param name="ReadUnits">Consumed capacity, from the response.</param>
/// <param name="ReadThrottles">Throttled reads; in a transaction, each item counts.</param>
/// <param name="Conflicts">Items with a transaction conflict.</param>
public sealed record TableUse(string Table, string? Index, double ReadUnits, double WriteUnits, int ReadThrottles, int WriteThrottles, int Conflicts);

/// <summary>A line in the log of a function, written by its process or by Lambda itself. Published before its invocation ends.</summary>
/// <param name="Time">When the run read it.</param>
public sealed record LogLineWritten(DateTimeOffset Time, string Function, string Line) : RunEvent(Time);

/// <summary>New requests go to these versions.</summary>
/// <param name="Deployment">Number of the deployment within the run, from 1.</param>
public sealed record AliasSwitched(DateTimeOffset Time, int Deployment, string Function, string Alias, VersionShares Shares) : RunEvent(Time);

/// <summary>A version of a function has become live, or is no longer live. All its invocations end, and are reported, while it is live.</summary>
public sealed record VersionChanged(DateTimeOffset Time, string Function, string Version, bool IsLive) : RunEvent(Time);

/// <summary>A pipe tried to publish a batch.</summary>
/// <param name="Pipe">Name at AWS.</param>
/// <param name="Events">Records that passed its filter.</param>
public sealed record PipeExecuted(DateTimeOffset Time, string Pipe, int Events, bool Succeeded, TimeSpan Duration) : RunEvent(Time);

/// <param name="Pipe">Name of the pipe's resource.</param>
/// <param name="Event">As rules of the bus would receive it.</param>
public sealed record EventPublished(DateTimeOffset Time, string Pipe, JsonObject Event) : RunEvent(Time);

/// <summary>A pipe dropped changes.</summary>
/// <param name="Pipe">Name of the pipe's resource.</param>
/// <param name="Queue">Name at AWS.</param>
public sealed record DeadLetterSent(DateTimeOffset Time, string Pipe, string Queue, JsonObject Letter) : RunEvent(Time);
