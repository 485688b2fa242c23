namespace WorkoutLog.Local.Cost.Limits;

/// <summary>Default account quotas, from AWS's pages on <see cref="Date"/>.</summary>
internal static class Quotas
{
    public const string Date = "2026-11-21";

    /// <summary>Requests per second to all APIs of a region (Amazon API Gateway quotas).</summary>
    public const double ApiRequests = 10_000;

    /// <summary>Concurrent invocations of all functions of a region (AWS Lambda quotas).</summary>
    public const double Concurrency = 1_000;

    /// <summary>Requests per second for each allowed concurrent invocation, however short they are (AWS Lambda quotas).</summary>
    public const double RequestsPerConcurrency = 10;

    /// <summary>Units per second of a table or an index, for writes and for reads each (Amazon DynamoDB quotas).</summary>
    public const double TableUnits = 40_000;

    /// <summary>Write units per second that a new on-demand table or index serves immediately (Amazon DynamoDB developer guide, warm throughput).</summary>
    public const double WarmWrites = 4_000;

    /// <summary>Read units per second of the same.</summary>
    public const double WarmReads = 12_000;

    /// <summary>Calls per second that read parameters, at the standard rate (AWS Systems Manager quotas).</summary>
    public const double ParameterReads = 40;

    /// <summary>Seconds between two reads of the parameters by one running function; see <c>RuntimeRules</c> of the functions.</summary>
    public const double ParameterPeriod = 300;

    /// <summary>Seconds that a transaction locks its items (assumed); a concurrent one on the same item fails and is retried.</summary>
    public const double TransactionSeconds = Assumptions.DynamoDbMillisecondsOfWrite / 1_000;
}
