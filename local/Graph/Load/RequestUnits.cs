namespace WorkoutLog.Local.Graph.Load;

/// <summary>Capacity units of single operations, as DynamoDB bills them.</summary>
internal static class RequestUnits
{
    /// <summary>An item that is written in a transaction costs twice what it costs alone.</summary>
    public const int TransactionFactor = 2;

    private const int WriteUnitBytes = 1_024;
    private const int ReadUnitBytes = 4_096;

    /// <summary>Of the workout itself.</summary>
    public static int LogWrite => TransactionFactor * Writes(Assumptions.LogItemBytes);

    public static int IdempotencyWrite => TransactionFactor * Writes(Assumptions.IdempotencyRecordBytes);

    public static int RollupWrite => TransactionFactor * Writes(Assumptions.MonthRowBytes);

    /// <summary>Of the workout's place in an index with all attributes; DynamoDB follows up indexes after the transaction, at the plain price.</summary>
    public static int IndexWrite => Writes(Assumptions.LogItemBytes);

    /// <summary>One consistent query over all months.</summary>
    public static int StatsRead => ConsistentReads(Assumptions.MonthRowBytes * Assumptions.MonthsOfHistory);

    /// <summary>One consistent query for a page and the item that tells whether another follows.</summary>
    public static int ListRead => ConsistentReads(Assumptions.LogItemBytes * (Contracts.ApiLimits.DefaultPageSize + 1));

    private static int Writes(double bytes) => (int)Math.Ceiling(bytes / WriteUnitBytes);

    private static int ConsistentReads(double bytes) => (int)Math.Ceiling(bytes / ReadUnitBytes);
}
