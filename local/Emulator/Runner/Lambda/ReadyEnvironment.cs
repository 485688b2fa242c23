namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>A process that has been through INIT, or that failed in it for the second time.</summary>
/// <param name="Init">How INIT ended.</param>
/// <param name="InitDuration">Of a cold start; null when the process was idle, or when INIT was tried a second time.</param>
/// <param name="Began">Timestamp of the clock from which the invocation counts.</param>
/// <param name="Left">What is left of the invocation's time.</param>
internal sealed record ReadyEnvironment(ExecutionEnvironment Environment, StepEnd Init, TimeSpan? InitDuration, long Began, TimeSpan Left)
{
    /// <summary>Takes an idle process, or starts one.</summary>
    /// <param name="initLimit">How long INIT may take before it is tried again.</param>
    /// <param name="timeout">Of the invocation.</param>
    public static async Task<ReadyEnvironment> TakeAsync(
        EnvironmentPool pool, TimeSpan initLimit, TimeSpan timeout, TimeProvider clock, Action<string> say, CancellationToken cancellation)
    {
        var environment = await pool.TakeAsync(cancellation);
        var began = clock.GetTimestamp();
        if (environment.IsReady)
        {
            return new ReadyEnvironment(environment, StepEnd.Done, null, began, timeout);
        }

        var init = await environment.InitAsync(initLimit, cancellation);
        var duration = clock.GetElapsedTime(began);
        began = clock.GetTimestamp();
        if (init == StepEnd.Done)
        {
            return new ReadyEnvironment(environment, init, duration, began, timeout);
        }

        // Lambda tries INIT once more, now as a part of the invocation and within its time.
        say(InvocationLog.FailedInit(duration, init));
        await pool.DropAsync(environment);
        environment = await pool.StartAsync(cancellation);
        init = await environment.InitAsync(timeout, cancellation);
        return new ReadyEnvironment(environment, init, null, began, timeout - clock.GetElapsedTime(began));
    }
}
