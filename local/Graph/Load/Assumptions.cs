namespace WorkoutLog.Local.Graph.Load;

/// <summary>All that the graph does not know, each with its reason. What can be measured here is held against the measurement by a test.</summary>
internal static class Assumptions
{
    /// <summary>After a workout an app shows the statistics and the newest workouts: two reads.</summary>
    public const double ReadsPerLog = 2;

    /// <summary>Of the two reads one is <c>GET /stats/{userId}</c>, the other the first page of <c>GET /workouts/{userId}</c>.</summary>
    public const double StatsShareOfReads = 0.5;

    /// <summary>All clients send an <c>Idempotency-Key</c>, as they should: the dearer case.</summary>
    public const double KeyedShareOfLogs = 1;

    public const double LogsPerUserAndDay = 1;

    /// <summary>A bill is that of the twelfth month: workouts are kept for ever, so a later one is higher.</summary>
    public const double MonthsOfHistory = 12;

    /// <summary>Each route that the workload does not name is called this often per log. Counts for metrics only.</summary>
    public const double OtherRouteCallsPerLog = 0.01;

    public const double RefusedPerLog = 0.01;

    public const double ReplaysPerLog = 0.001;

    public const double ConflictsPerLog = 0.0001;

    /// <summary>Bytes of an item of a program of which nothing was measured: what one write unit holds.</summary>
    public const int ItemBytes = 1_024;

    /// <summary>Items that a read of such a program takes.</summary>
    public const int ItemsPerPage = 20;

    /// <summary>Bytes of a workout with calories, distance and a short note. Measured.</summary>
    public const int LogItemBytes = 280;

    /// <summary>Bytes that mark a new workout where events are published: names and values.</summary>
    public const int ChangeMarkBytes = 57;

    /// <summary>Bytes of the event of such a workout on the bus. Measured.</summary>
    public const int EventBytes = 1_150;

    /// <summary>Measured.</summary>
    public const int IdempotencyRecordBytes = 255;

    /// <summary>Bytes of an item that leads to a workout, with the longest user id and <c>externalId</c>: names and values.</summary>
    public const int PointerBytes = 340;

    /// <summary>Bytes of a month with a workout on each day. Measured.</summary>
    public const int MonthRowBytes = 940;

    /// <summary>Rows of months that no reader seals yet: the current one and two before it.</summary>
    public const int UnsealedMonths = 3;

    /// <summary>Bytes of a sealed year of eight types a month. Measured.</summary>
    public const int YearRowBytes = 1_200;

    /// <summary>Of the largest sealed year of eight types a month.</summary>
    public const int LargestYearRowBytes = 1_400;

    /// <summary>Of the largest month: eight types, and workouts on each of 31 days.</summary>
    public const int LargestMonthRowBytes = 1_024;

    /// <summary>Of the longest history: from the earliest timestamp, in January 2000, to the end of 2026.</summary>
    public const int MostMonths = 27 * 12;

    /// <summary>That DynamoDB adds to each item, in a table as in an index (Amazon DynamoDB pricing, data storage).</summary>
    public const int StorageBytesPerItem = 100;

    /// <summary>Milliseconds from a function to DynamoDB and back for a transaction, which takes 5 to 15; those of our own functions beside it are measured.</summary>
    public const double DynamoDbMillisecondsOfWrite = 10;

    /// <summary>The same for a query, which takes 2 to 6. Statistics make two at once.</summary>
    public const double DynamoDbMillisecondsOfRead = 5;

    /// <summary>One request in a hundred starts a function.</summary>
    public const double StartsPerRequest = 0.01;

    /// <summary>Milliseconds of a write of a program of which nothing was measured.</summary>
    public const double BilledMillisecondsOfWrite = 20;

    /// <summary>Milliseconds of a read of such a program.</summary>
    public const double BilledMillisecondsOfRead = 10;

    /// <summary>Bytes of the function's line on a request. Measured.</summary>
    public const int RequestLineBytes = 325;

    /// <summary>Bytes of both metric lines of a new workout. Measured.</summary>
    public const int WriteMetricBytes = 605;

    /// <summary>Bytes of the metric line of a read. Measured.</summary>
    public const int ReadMetricBytes = 215;

    /// <summary>Bytes of Lambda's own lines in JSON, <c>platform.start</c> and <c>platform.report</c> with a trace (AWS Lambda developer guide).</summary>
    public const int PlatformLineBytes = 620;

    /// <summary>Bytes that API Gateway writes of one request when it logs each execution: some twenty lines (seen in practice, no figure of AWS).</summary>
    public const int ExecutionLogBytes = 3_000;

    /// <summary>Bytes of an answer's headers, as API Gateway sends them.</summary>
    public const int HeaderBytes = 400;

    /// <summary>Measured.</summary>
    public const int WriteAnswerBytes = 280;

    /// <summary>Statistics of twelve months, and a page of twenty workouts, on average. Measured.</summary>
    public const int ReadAnswerBytes = 4_200;

    /// <summary>What CloudWatch keeps of a byte that was written (Amazon CloudWatch pricing, example of stored logs).</summary>
    public const double LogCompression = 0.15;

    /// <summary>X-Ray's default rule (AWS X-Ray developer guide).</summary>
    public const double SampledShare = 0.05;

    /// <summary>A service asks KMS again for a data key after this time, at most (Amazon DynamoDB developer guide; taken for the other services too).</summary>
    public const int DataKeyMinutes = 5;

    /// <summary>Alarms and their ends, each sent to every address.</summary>
    public const double NotificationsPerMonth = 20;

    /// <summary>Application signals that an objective of availability counts as, each minute (Amazon CloudWatch pricing, Application Signals).</summary>
    public const double SignalsOfAvailability = 2;

    /// <summary>The same of an objective of latency.</summary>
    public const double SignalsOfLatency = 8;

    /// <summary>Minutes from a growing load to more capacity: two minutes of the metric, an alarm, and the change itself (Amazon DynamoDB developer guide).</summary>
    public const int ScalingMinutes = 5;
}
