using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.WebConsole.History;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>Tells all about one request.</summary>
internal static class RequestDetailReader
{
    public static RequestDetailView Read(TracedRequest traced) => new(
        LiveReader.View(traced.Request),
        traced.Request.TraceId,
        traced.Request.Route,
        traced.Request.GatewayError,
        traced.Request.IntegrationDuration?.TotalMilliseconds,
        [.. traced.Invocations.Select(Invocation)],
        [.. traced.Calls.OrderBy(call => call.Time).Select(Call)]);

    private static InvocationView Invocation(InvocationEnded invocation) => new(
        invocation.Function,
        invocation.Version,
        Words(invocation.Result),
        invocation.Result is not InvocationResult.Answered,
        invocation.Duration.TotalMilliseconds,
        invocation.InitDuration?.TotalMilliseconds,
        invocation.Lines);

    private static AwsCallView Call(AwsCallEnded call) => new(
        call.Time,
        $"{call.Service}:{call.Operation}",
        // Region and account are those of the stack.
        [.. call.Resources.Select(arn => arn.Split(':', 6)[^1])],
        call.Status,
        call.Status == 0 ? "connection broken" : call.Error ?? "",
        call.Duration.TotalMilliseconds);

    private static string Words(InvocationResult result) => result switch
    {
        InvocationResult.Answered => "answered",
        InvocationResult.Failed => "failed",
        InvocationResult.Crashed crashed => $"crashed with exit code {crashed.ExitCode}",
        InvocationResult.OutOfMemory => "was killed: out of memory",
        InvocationResult.TimedOut late => FormattableString.Invariant($"timed out after {late.Timeout.TotalSeconds} s"),
        InvocationResult.Throttled => "throttled: no concurrency left",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };
}
