namespace WorkoutLog.Local.Runner;

/// <summary>The lines that Lambda itself writes to a function's log.</summary>
internal static class InvocationLog
{
    // A process that a signal ended has no exit code; this is the shell's convention.
    private const int SignalBase = 128;

    public static string Start(string requestId, FunctionDeclaration function) => $"START RequestId: {requestId} Version: {function.Version}";

    public static IEnumerable<string> End(string requestId, FunctionDeclaration function, InvocationOutcome outcome)
    {
        if (Failure(requestId, outcome.Result) is { } failure)
        {
            yield return failure;
        }

        var init = outcome.InitDuration is { } duration ? Text($"\tInit Duration: {duration.TotalMilliseconds:0.00} ms") : "";
        // INIT is billed too.
        var billed = Math.Ceiling((outcome.Duration + (outcome.InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);
        yield return Text(
            $"REPORT RequestId: {requestId}\tDuration: {outcome.Duration.TotalMilliseconds:0.00} ms\tBilled Duration: {billed:0} ms\tMemory Size: {function.MemorySizeMiB} MB\tMax Memory Used: {outcome.PeakMemoryMiB} MB{init}");
    }

    /// <summary>The line for an INIT that is retried.</summary>
    public static string FailedInit(TimeSpan duration, InvocationResult failure) => Text(
        $"INIT_REPORT Init Duration: {duration.TotalMilliseconds:0.00} ms\tPhase: init\tStatus: {(failure is InvocationResult.TimedOut ? "timeout" : "error")}");

    private static string? Failure(string requestId, InvocationResult result) => result switch
    {
        InvocationResult.Failed failed => $"{requestId} failed: {failed.Error}",
        InvocationResult.Crashed crashed => $"RequestId: {requestId} Error: Runtime exited with error: {Cause(crashed.ExitCode)}",
        InvocationResult.OutOfMemory => $"RequestId: {requestId} Error: Runtime exited with error: signal: killed",
        InvocationResult.TimedOut late => Text($"{requestId} Task timed out after {late.Timeout.TotalSeconds:0.00} seconds"),
        _ => null,
    };

    private static string Cause(int exitCode) => (exitCode - SignalBase) switch
    {
        6 => "signal: aborted",
        9 => "signal: killed",
        11 => "signal: segmentation fault",
        15 => "signal: terminated",
        _ => $"exit status {exitCode}",
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>
/// Assigns the lines of one process to its invocations. Lines are read shortly after they were written, so a line that names an
/// earlier invocation is assigned to that one.
/// </summary>
internal sealed class InvocationLines
{
    private readonly Lock _access = new();
    private readonly List<(string RequestId, ImmutableArray<string>.Builder Lines)> _open = [];
    private ImmutableArray<string>.Builder _unclaimed = ImmutableArray.CreateBuilder<string>();

    public void Add(string line)
    {
        lock (_access)
        {
            var named = _open.Find(invocation => line.Contains(invocation.RequestId, StringComparison.Ordinal));
            (named.Lines ?? (_open.Count > 0 ? _open[^1].Lines : _unclaimed)).Add(line);
        }
    }

    /// <summary>Starts an invocation, which also gets the lines written before it, in INIT.</summary>
    public void Begin(string requestId)
    {
        lock (_access)
        {
            _open.Add((requestId, _unclaimed));
            _unclaimed = ImmutableArray.CreateBuilder<string>();
        }
    }

    public ImmutableArray<string> End(string requestId)
    {
        lock (_access)
        {
            var place = _open.FindIndex(invocation => invocation.RequestId == requestId);
            if (place < 0)
            {
                return [];
            }

            var lines = _open[place].Lines.ToImmutable();
            _open.RemoveAt(place);
            return lines;
        }
    }
}

public abstract record InvocationResult
{
    /// <param name="Payload">The function's response, as JSON.</param>
    public sealed record Answered(ReadOnlyMemory<byte> Payload) : InvocationResult;

    /// <summary>The function reported an error; its process keeps running.</summary>
    /// <param name="Error">The runtime's error document.</param>
    public sealed record Failed(string Error) : InvocationResult;

    public sealed record Crashed(int ExitCode) : InvocationResult;

    /// <summary>The process exceeded the declared memory and was killed.</summary>
    public sealed record OutOfMemory : InvocationResult;

    /// <summary>The declared timeout passed; the process was killed.</summary>
    public sealed record TimedOut(TimeSpan Timeout) : InvocationResult;

    /// <summary>All of the reserved concurrency was in use.</summary>
    public sealed record Throttled : InvocationResult;
}

/// <summary>An invocation as Lambda logs it.</summary>
/// <param name="Duration">Without INIT, unless INIT was retried.</param>
/// <param name="InitDuration">Duration of INIT in a cold start; null for a warm start, or if INIT was retried.</param>
/// <param name="PeakMemoryMiB">Peak memory of the process since its start.</param>
internal sealed record InvocationOutcome(InvocationResult Result, TimeSpan Duration, TimeSpan? InitDuration, int PeakMemoryMiB)
{
    /// <summary>The output of the process; null if it is not kept.</summary>
    public InvocationLines? Lines { get; init; }
}
