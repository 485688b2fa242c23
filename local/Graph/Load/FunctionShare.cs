using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>What part of a workload a function serves.</summary>
/// <param name="RequestsPerDay">Its invocations.</param>
/// <param name="BilledMilliseconds">Of one, on average.</param>
/// <param name="MetricBytes">Of its metric lines for one request.</param>
internal sealed record FunctionShare(double RequestsPerDay, double BilledMilliseconds, int MetricBytes)
{
    public double RequestsPerMonth => RequestsPerDay * Workload.DaysPerMonth;

    /// <summary>In the busiest second.</summary>
    public double PeakRequests => RequestsPerDay / Workload.SecondsPerDay * DailyCurve.Peak;

    /// <exception cref="UserErrorException">It is not known what the function serves.</exception>
    public static FunctionShare Of(GraphResource function, Workload load) => function.Name switch
    {
        FunctionNames.ProcessWorkout => new(load.LogsPerDay, Assumptions.BilledMillisecondsOfWrite, Assumptions.WriteMetricBytes),
        FunctionNames.QueryWorkouts => new(load.ReadsPerDay, Assumptions.BilledMillisecondsOfRead, Assumptions.ReadMetricBytes),
        _ when Workload.IsOurs(function) => throw new UserErrorException(
            $"What the function '{function.Name}' serves of a workload is not known. Say it in local/Graph/Load/{nameof(FunctionShare)}.cs."),
        // Of another program: it serves every request.
        _ => new(load.RequestsPerDay, Assumptions.BilledMillisecondsOfWrite, 0),
    };
}
