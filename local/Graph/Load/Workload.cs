namespace WorkoutLog.Local.Graph.Load;

/// <summary>The load of clients on a stack; <see cref="Demand"/> distributes it to the resources.</summary>
/// <param name="LogsPerDay">Writes: logged workouts, one <c>POST</c> each.</param>
/// <param name="ReadsPerDay">Reads of workouts, see <see cref="Assumptions.StatsShareOfReads"/>.</param>
internal sealed record Workload(double LogsPerDay, double ReadsPerDay)
{
    /// <summary>As bills count: 730 hours.</summary>
    public const double DaysPerMonth = HoursPerMonth / 24;

    public const double HoursPerMonth = 730;

    public const double SecondsPerDay = 86_400;

    public const double BytesPerGigabyte = 1L << 30;

    public double LogsPerMonth => LogsPerDay * DaysPerMonth;

    public double ReadsPerMonth => ReadsPerDay * DaysPerMonth;

    public double RequestsPerDay => LogsPerDay + ReadsPerDay;

    public double RequestsPerMonth => RequestsPerDay * DaysPerMonth;

    /// <summary>Requests in the busiest second.</summary>
    public double PeakRequests => RequestsPerDay / SecondsPerDay * DailyCurve.Peak;

    public double PeakLogs => LogsPerDay / SecondsPerDay * DailyCurve.Peak;

    public double PeakReads => ReadsPerDay / SecondsPerDay * DailyCurve.Peak;

    /// <summary>Users who log workouts.</summary>
    public double Users => LogsPerDay / Assumptions.LogsPerUserAndDay;

    /// <summary>With an app's reads, see <see cref="Assumptions.ReadsPerLog"/>.</summary>
    public static Workload OfApp(double logsPerDay) => new(logsPerDay, logsPerDay * Assumptions.ReadsPerLog);
}
