namespace WorkoutLog.Local.Runner;

public sealed class RunEvents
{
    private ImmutableArray<Action<RunEvent>> _observers = [];

    internal bool IsObserved => !_observers.IsEmpty;

    /// <param name="observer">Called from any thread and while a caller waits: it must be quick and must not throw.</param>
    public void Subscribe(Action<RunEvent> observer) => ImmutableInterlocked.Update(ref _observers, observers => observers.Add(observer));

    internal void Publish(RunEvent happened)
    {
        foreach (var observer in _observers)
        {
            observer(happened);
        }
    }
}

/// <summary>Something that happened in a run; functions are named by their resources.</summary>
/// <param name="Time">By the run's clock: when what has ended began.</param>
public abstract record RunEvent(DateTimeOffset Time);

/// <param name="TraceId">The <c>X-Amzn-Trace-Id</c> that the function's calls carry on.</param>
/// <param name="Path">As it was sent, without the query.</param>
/// <param name="Route">The template that fits, such as <c>/stats/{userId}</c>; null for an unknown path.</param>
/// <param name="GatewayError">Kind of the gateway response when the API itself refused or failed, such as <c>THROTTLED</c>.</param>
/// <param name="Function">Name of the function's resource; null when none was called.</param>
/// <param name="Duration">Until the answer was written.</param>
/// <param name="IntegrationDuration">What of it the function took; null when none was called.</param>
/// <param name="Caller">Access key of the local identity; null for a caller that is nobody.</param>
public sealed record ApiRequestEnded(
    DateTimeOffset Time, string RequestId, string TraceId, string Method, string Path, string? Route, int Status, string? GatewayError, string? Function,
    TimeSpan Duration, TimeSpan? IntegrationDuration, string? Caller) : RunEvent(Time)
{
    /// <summary>That took the request; counts the deployments of the run, from 1.</summary>
    public int Deployment { get; init; } = 1;
}

/// <param name="Duration">Without INIT; zero for a throttled one.</param>
/// <param name="InitDuration">Of a cold start.</param>
/// <param name="Concurrency">Invocations of the function that were under way, this one included; 0 for a throttled one.</param>
/// <param name="Lines">What the process wrote meanwhile, and what Lambda itself writes to the log.</param>
public sealed record InvocationEnded(
    DateTimeOffset Time, string Function, string TraceId, InvocationResult Result, TimeSpan Duration, TimeSpan? InitDuration, int Concurrency,
    ImmutableArray<string> Lines) : RunEvent(Time)
{
    /// <summary>The ARN that the caller named: the alias.</summary>
    public required string InvokedArn { get; init; }

    /// <summary>Number of the version that ran, or would have run; Lambda's <c>ExecutedVersion</c>.</summary>
    public required string Version { get; init; }
}

/// <summary>A call of a function to AWS that has been answered, or broken off.</summary>
/// <param name="TraceId">What the SDK sent as <c>X-Amzn-Trace-Id</c>; null when it sent none.</param>
/// <param name="Service">As in actions: <c>dynamodb</c>.</param>
/// <param name="Resources">ARNs, each once.</param>
/// <param name="Status">0 for a call whose connection broke.</param>
/// <param name="Error">Type of the error without its namespace, such as <c>ConditionalCheckFailedException</c>; null for success and for a broken call.</param>
/// <param name="Tables">What the call did to DynamoDB's tables; empty for other services.</param>
public sealed record AwsCallEnded(
    DateTimeOffset Time, string Function, string? TraceId, string Service, string Operation, ImmutableArray<string> Resources, int Status, string? Error,
    TimeSpan Duration, ImmutableArray<TableUse> Tables) : RunEvent(Time);

/// <param name="Table">Name in AWS.</param>
/// <param name="Index">Whose capacity it is about; null for that of the table itself.</param>
/// <param name="ReadUnits">Consumed capacity that the answer reports.</param>
/// <param name="ReadThrottles">Reads that found no capacity; in a transaction each item counts.</param>
/// <param name="Conflicts">Items that another transaction held.</param>
public sealed record TableUse(string Table, string? Index, double ReadUnits, double WriteUnits, int ReadThrottles, int WriteThrottles, int Conflicts);

/// <summary>A line in the log of a function, written by its process or by Lambda itself. It comes before its invocation ends.</summary>
/// <param name="Time">When the run read it.</param>
public sealed record LogLineWritten(DateTimeOffset Time, string Function, string Line) : RunEvent(Time);

/// <summary>From now on, new requests go to these versions.</summary>
/// <param name="Deployment">Counts the deployments of the run, from 1.</param>
public sealed record AliasSwitched(DateTimeOffset Time, int Deployment, string Function, string Alias, VersionShares Shares) : RunEvent(Time);

/// <summary>A version of a function that is live from now on, or no longer. Every event of a version ends, and is reported, while it is live.</summary>
public sealed record VersionChanged(DateTimeOffset Time, string Function, string Version, bool IsLive) : RunEvent(Time);

/// <summary>A pipe tried to publish a batch.</summary>
/// <param name="Pipe">Name at AWS.</param>
/// <param name="Events">Records that passed its filter.</param>
public sealed record PipeExecuted(DateTimeOffset Time, string Pipe, int Events, bool Succeeded, TimeSpan Duration) : RunEvent(Time);

/// <param name="Pipe">Name of the pipe's resource.</param>
/// <param name="Event">As rules of the bus would get it.</param>
public sealed record EventPublished(DateTimeOffset Time, string Pipe, JsonObject Event) : RunEvent(Time);

/// <summary>A pipe gave up changes.</summary>
/// <param name="Pipe">Name of the pipe's resource.</param>
/// <param name="Queue">Name at AWS.</param>
public sealed record DeadLetterSent(DateTimeOffset Time, string Pipe, string Queue, JsonObject Letter) : RunEvent(Time);
