namespace WorkoutLog.Local.Graph.Load;

/// <summary>What clients ask of a stack; <see cref="Demand"/> says which part of it each resource bears.</summary>
/// <param name="LogsPerDay">Writes: workouts that are logged, each by a <c>POST</c> of its own.</param>
/// <param name="ReadsPerDay">Answers about workouts, see <see cref="Assumptions.StatsShareOfReads"/>.</param>
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

    /// <summary>Everybody who logs.</summary>
    public double Users => LogsPerDay / Assumptions.LogsPerUserAndDay;

    /// <summary>With the reads that an app makes, see <see cref="Assumptions.ReadsPerLog"/>.</summary>
    public static Workload OfApp(double logsPerDay) => new(logsPerDay, logsPerDay * Assumptions.ReadsPerLog);
}
