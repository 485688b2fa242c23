using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>Runs versions of functions on this machine.</summary>
/// <param name="awsEndpoint">Where the functions call AWS.</param>
/// <param name="say">Receives the functions' logs, a line at a time.</param>
internal sealed class LambdaHost(string region, Uri awsEndpoint, RunEvents events, TimeProvider clock, Action<string> say)
{
    /// <param name="limit">Shared by the function's versions.</param>
    /// <param name="unused">Called when nobody uses the version any more.</param>
    public LiveVersion Start(FunctionVersion version, FunctionCredentials credentials, ConcurrencyLimit limit, Action<LiveVersion> unused)
    {
        var (function, codeFolder) = (version.Declaration, version.CodeFolder);
        return new LiveVersion(
            function,
            cancellation => ExecutionEnvironment.StartAsync(
                function,
                codeFolder,
                runtimeApi => FunctionVariables.Create(function, credentials, region, codeFolder, awsEndpoint, runtimeApi),
                Log,
                clock,
                cancellation,
                events.IsObserved),
            clock,
            Log,
            limit,
            events,
            unused);

        void Log(string line)
        {
            say($"[{function.Name}] {line}");
            if (events.IsObserved)
            {
                events.Publish(new LogLineWritten(clock.GetUtcNow(), function.Name, line));
            }
        }
    }
}
