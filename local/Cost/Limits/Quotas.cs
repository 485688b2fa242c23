namespace WorkoutLog.Local.Cost.Limits;

/// <summary>What an account may use unless AWS has raised it, as AWS's pages on quotas say it on <see cref="Date"/>.</summary>
internal static class Quotas
{
    public const string Date = "2026-11-21";

    /// <summary>Requests a second to all APIs of a region (Amazon API Gateway quotas).</summary>
    public const double ApiRequests = 10_000;

    /// <summary>Invocations at once of all functions of a region (AWS Lambda quotas).</summary>
    public const double Concurrency = 1_000;

    /// <summary>Requests a second for each invocation at once that is allowed, however short they are (AWS Lambda quotas).</summary>
    public const double RequestsPerConcurrency = 10;

    /// <summary>Units a second of a table or an index, for writes and for reads each (Amazon DynamoDB quotas).</summary>
    public const double TableUnits = 40_000;

    /// <summary>Write units a second that a new table or index on demand takes at once (Amazon DynamoDB developer guide, warm throughput).</summary>
    public const double WarmWrites = 4_000;

    /// <summary>Read units a second of the same.</summary>
    public const double WarmReads = 12_000;

    /// <summary>Calls a second that read parameters, at the standard rate (AWS Systems Manager quotas).</summary>
    public const double ParameterReads = 40;

    /// <summary>Seconds between two readings of the parameters by one running function, as <c>RuntimeRules</c> of the functions has it.</summary>
    public const double ParameterPeriod = 300;

    /// <summary>Seconds that a transaction holds its items (assumed); another one on the same item fails and is tried again.</summary>
    public const double TransactionSeconds = Assumptions.DynamoDbMillisecondsOfWrite / 1_000;
}
