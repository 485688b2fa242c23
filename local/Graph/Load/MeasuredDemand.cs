using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>The workout log's own demand: measured for its functions, else from the graph.</summary>
internal sealed class MeasuredDemand(ResourceGraph graph) : Demand(graph)
{
    public const string Project = "workout-log";

    private const double MonthsPerYear = 12;

    private static readonly string[] _ofNewWorkouts = [MetricNames.WorkoutsLogged, MetricNames.CaloriesBurned, MetricNames.DurationMinutes];

    private int StoredLogBytes { get; } = Assumptions.LogItemBytes + (graph.OfType(PipeType.Token).IsEmpty ? 0 : Assumptions.ChangeMarkBytes);

    public override double CallsPerDay(Route route, Workload load) => $"{route.Method} {route.Path}" switch
    {
        "post /workouts" => load.LogsPerDay,
        "get /stats/{userId}" => load.ReadsPerDay * Assumptions.StatsShareOfReads,
        "get /workouts/{userId}" => load.ReadsPerDay * (1 - Assumptions.StatsShareOfReads),
        _ => load.LogsPerDay * Assumptions.OtherRouteCallsPerLog,
    };

    public override FunctionShare ShareOf(GraphResource function, Workload load) => function.Name switch
    {
        FunctionNames.ProcessWorkout => new(load.LogsPerDay, MeasuredFunctions.Latest.Write.Billed(FunctionType.MemoryMiB(function)), Assumptions.WriteMetricBytes),
        FunctionNames.QueryWorkouts => new(load.ReadsPerDay, MeasuredFunctions.Latest.Read.Billed(FunctionType.MemoryMiB(function)), Assumptions.ReadMetricBytes),
        _ => base.ShareOf(function, load),
    };

    public override IEnumerable<EmittedMetric> MetricsOf(GraphResource function, Workload load) => function.Name switch
    {
        FunctionNames.ProcessWorkout => MetricsOfWrites(function, load.LogsPerDay),
        FunctionNames.QueryWorkouts => [new(MetricNames.ConsumedReadUnits, "", load.ReadsPerDay)],
        _ => base.MetricsOf(function, load),
    };

    public override IEnumerable<CapacityDemand> CapacityOf(GraphResource table) => table.Name switch
    {
        "logs" => OfTableAndIndexes(table, index => index is null
            ? (RequestUnits.LogWrite + (Assumptions.KeyedShareOfLogs * RequestUnits.IdempotencyWrite),
                ((1 - Assumptions.StatsShareOfReads) * RequestUnits.ListRead) + (Assumptions.StatsShareOfReads * RequestUnits.LatestRead),
                CapacityDemand.Stored(StoredLogBytes))
            : (RequestUnits.IndexWrite, 0, CapacityDemand.Stored(StoredLogBytes))),
        "stats" => OfTableAndIndexes(table, _ => (
            RequestUnits.RollupWrite,
            Assumptions.StatsShareOfReads * RequestUnits.StatsRead,
            MonthsPerYear / 365 / Assumptions.LogsPerUserAndDay * CapacityDemand.Stored(Assumptions.MonthRowBytes))),
        _ => base.CapacityOf(table),
    };

    private static EmittedMetric[] MetricsOfWrites(GraphResource function, double logs)
    {
        var variables = function.Inputs["environment"]!["variables"]!.AsObject();
        string[] types = Enum.Parse<MonitoringLevel>(variables.Text(FunctionEnvironment.Monitoring)!, ignoreCase: true) == MonitoringLevel.Detailed
            ? variables.Text(FunctionEnvironment.SupportedTypes)!.Split(',')
            : [];
        return
        [
            .. _ofNewWorkouts.Select(name => new EmittedMetric(name, "", logs)),
            .. types.Zip(TypeMix.Of(types.Length)).SelectMany(type => _ofNewWorkouts.Select(name => new EmittedMetric(name, type.First, logs * type.Second))),
            new(MetricNames.ConsumedWriteUnits, "", logs),
            new(MetricNames.ValidationErrors, "", logs * Assumptions.RefusedPerLog),
            new(MetricNames.IdempotentReplays, "", logs * Assumptions.ReplaysPerLog),
            new(MetricNames.Conflicts, "", logs * Assumptions.ConflictsPerLog),
        ];
    }
}

/// <summary>How workouts divide among the configured types: the second has half of the first's share, the third a third, and so on.</summary>
internal static class TypeMix
{
    /// <returns>Shares that add up to 1, in the order of the types.</returns>
    public static ImmutableArray<double> Of(int types)
    {
        var sum = Enumerable.Range(1, types).Sum(rank => 1.0 / rank);
        return [.. Enumerable.Range(1, types).Select(rank => 1 / (rank * sum))];
    }
}

/// <summary>Capacity units of single operations, as DynamoDB bills them.</summary>
internal static class RequestUnits
{
    /// <summary>An item that is written in a transaction costs twice what it costs alone.</summary>
    public const int TransactionFactor = 2;

    private const int WriteUnitBytes = 1_024;
    private const int ReadUnitBytes = 4_096;
    private const int MonthsOfYear = 12;

    /// <summary>Of the workout itself.</summary>
    public static int LogWrite => TransactionFactor * Writes(Assumptions.LogItemBytes);

    public static int IdempotencyWrite => TransactionFactor * Writes(Assumptions.IdempotencyRecordBytes);

    /// <summary>Of a pointer item: from a workout's <c>externalId</c>, or from its id to its new key after a move.</summary>
    public static int PointerWrite => TransactionFactor * Writes(Assumptions.PointerBytes);

    public static int RollupWrite => TransactionFactor * Writes(Assumptions.MonthRowBytes);

    /// <summary>Of the workout's place in an index with all attributes; DynamoDB updates indexes after the transaction, at the plain price.</summary>
    public static int IndexWrite => Writes(Assumptions.LogItemBytes);

    /// <summary>One consistent query of the latest months and the sealed ones before them.</summary>
    public static int StatsRead => ConsistentReads(
        (Assumptions.MonthRowBytes * Assumptions.UnsealedMonths)
        + (Assumptions.YearRowBytes * (Assumptions.MonthsOfHistory - Assumptions.UnsealedMonths) / MonthsOfYear));

    /// <summary>Of the latest workout, whose offset decides today's date for statistics; in addition to <see cref="StatsRead"/>.</summary>
    public static int LatestRead => ConsistentReads(Assumptions.LogItemBytes);

    /// <summary>One consistent query for a page and one more item, which shows whether another page follows.</summary>
    public static int ListRead => ConsistentReads(Assumptions.LogItemBytes * (ApiLimits.DefaultPageSize + 1));

    /// <summary>Of the largest workout.</summary>
    public static int LargestLogWrite => TransactionFactor * Writes(ApiLimits.MaxWorkoutBytes);

    /// <summary>Of the largest workout's place in the index.</summary>
    public static int LargestIndexWrite => Writes(ApiLimits.MaxWorkoutBytes);

    /// <summary>Of a move of the largest workout to another timestamp: the old item, the new one, and the pointer.</summary>
    public static int LargestMove => (2 * LargestLogWrite) + PointerWrite;

    /// <summary>Of a moved workout, by its id: a miss at the old key, both items in a transaction, the workout.</summary>
    public static int MovedRead => 1 + (2 * TransactionFactor) + 1;

    /// <summary>Of the longest history, sealed except its first and last year: the seals, all months, and a year's months in a transaction to seal it.</summary>
    public static int LargestStatsRead =>
        ConsistentReads(Assumptions.LargestYearRowBytes * Assumptions.MostMonths / MonthsOfYear)
        + ConsistentReads(Assumptions.LargestMonthRowBytes * Assumptions.MostMonths)
        + (TransactionFactor * (1 + MonthsOfYear));

    /// <summary>Of a reader that starts a year's count and seals it.</summary>
    public static int SealWrite => 1 + Writes(Assumptions.LargestYearRowBytes);

    /// <summary>Of a write to an old month: its row, and the year's, whose seal is removed.</summary>
    public static int OldMonthWrite => RollupWrite + (TransactionFactor * Writes(Assumptions.LargestYearRowBytes));

    public static int Writes(double bytes) => (int)Math.Ceiling(bytes / WriteUnitBytes);

    public static int ConsistentReads(double bytes) => (int)Math.Ceiling(bytes / ReadUnitBytes);
}
