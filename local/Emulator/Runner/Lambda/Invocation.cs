namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>One event on its way through a function's process.</summary>
/// <param name="InvokedArn">The ARN that the caller named: the alias.</param>
/// <param name="Timeout">What is left of the declared timeout when the event is there for the process.</param>
internal sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Payload, string InvokedArn, string TraceId, TimeSpan Timeout)
{
    /// <summary>Ends when the runtime has taken the event; then the timeout runs.</summary>
    public TaskCompletionSource Delivered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the runtime's answer.</summary>
    public TaskCompletionSource<InvocationResult> Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
