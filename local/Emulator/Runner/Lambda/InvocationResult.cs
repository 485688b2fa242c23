namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>How an invocation ended.</summary>
public abstract record InvocationResult
{
    private InvocationResult()
    {
    }

    /// <param name="Payload">What the function returned, as JSON.</param>
    public sealed record Answered(ReadOnlyMemory<byte> Payload) : InvocationResult;

    /// <summary>The function reported an error; its process lives on.</summary>
    /// <param name="Error">The runtime's error document.</param>
    public sealed record Failed(string Error) : InvocationResult;

    /// <summary>The process ended before it answered.</summary>
    public sealed record Crashed(int ExitCode) : InvocationResult;

    /// <summary>The process held more memory than is declared and was killed.</summary>
    public sealed record OutOfMemory : InvocationResult;

    /// <summary>The declared timeout passed; the process was killed.</summary>
    public sealed record TimedOut(TimeSpan Timeout) : InvocationResult;

    /// <summary>All of the reserved concurrency was in use.</summary>
    public sealed record Throttled : InvocationResult;
}
