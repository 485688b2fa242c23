namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>What Lambda itself writes to a function's log.</summary>
internal static class InvocationLog
{
    // A process that a signal ended has no exit code; the shell's convention stands for it.
    private const int SignalBase = 128;

    public static string Start(string requestId, FunctionDeclaration function) => $"START RequestId: {requestId} Version: {function.Version}";

    public static IEnumerable<string> End(string requestId, FunctionDeclaration function, InvocationOutcome outcome)
    {
        if (Failure(requestId, outcome.Result) is { } failure)
        {
            yield return failure;
        }

        var init = outcome.InitDuration is { } duration ? Text($"\tInit Duration: {duration.TotalMilliseconds:0.00} ms") : "";
        // The time of INIT is paid too.
        var billed = Math.Ceiling((outcome.Duration + (outcome.InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);
        yield return Text(
            $"REPORT RequestId: {requestId}\tDuration: {outcome.Duration.TotalMilliseconds:0.00} ms\tBilled Duration: {billed:0} ms\tMemory Size: {function.MemorySizeMiB} MB\tMax Memory Used: {outcome.PeakMemoryMiB} MB{init}");
    }

    /// <summary>Of an INIT that is tried again.</summary>
    public static string FailedInit(TimeSpan duration, StepEnd end) => Text(
        $"INIT_REPORT Init Duration: {duration.TotalMilliseconds:0.00} ms\tPhase: init\tStatus: {(end == StepEnd.Late ? "timeout" : "error")}");

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
