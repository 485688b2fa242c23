namespace WorkoutLog.Local.Graph.Load;

/// <summary>Facts that the graph does not contain, each with its reason. Tests compare the measurable ones with measurements.</summary>
internal static class Assumptions
{
    /// <summary>After a workout an app shows the statistics and the newest workouts: two reads.</summary>
    public const double ReadsPerLog = 2;

    /// <summary>Of the two reads one is <c>GET /stats/{userId}</c>, the other the first page of <c>GET /workouts/{userId}</c>.</summary>
    public const double StatsShareOfReads = 0.5;

    /// <summary>All clients send an <c>Idempotency-Key</c>, as recommended: the more expensive case.</summary>
    public const double KeyedShareOfLogs = 1;

    public const double LogsPerUserAndDay = 1;

    /// <summary>A bill is for the twelfth month: workouts are never deleted, so later ones are higher.</summary>
    public const double MonthsOfHistory = 12;

    /// <summary>Each route that the workload does not name is called this often per log. Counts for metrics only.</summary>
    public const double OtherRouteCallsPerLog = 0.01;

    public const double RefusedPerLog = 0.01;

    public const double ReplaysPerLog = 0.001;

    public const double ConflictsPerLog = 0.0001;

    /// <summary>Bytes of an item of a program without measurements: one write unit.</summary>
    public const int ItemBytes = 1_024;

    /// <summary>Items per read of such a program.</summary>
    public const int ItemsPerPage = 20;

    /// <summary>Bytes of a workout with calories, distance and a short note. Measured.</summary>
    public const int LogItemBytes = 280;

    /// <summary>Bytes of the attributes that mark a new workout when events are published: names and values. Measured.</summary>
    public const int ChangeMarkBytes = 57;

    /// <summary>Bytes of the event of such a workout on the bus. Measured.</summary>
    public const int EventBytes = 950;

    /// <summary>Measured.</summary>
    public const int IdempotencyRecordBytes = 255;

    /// <summary>Bytes of a pointer item to a workout, with the longest user id and <c>externalId</c>: names and values.</summary>
    public const int PointerBytes = 340;

    /// <summary>Bytes of a month with a workout on each day. Measured.</summary>
    public const int MonthRowBytes = 940;

    /// <summary>Month rows that are not sealed yet: the current one and the two before it.</summary>
    public const int UnsealedMonths = 3;

    /// <summary>Bytes of a sealed year of eight types a month. Measured.</summary>
    public const int YearRowBytes = 1_200;

    /// <summary>Of the largest sealed year of eight types a month.</summary>
    public const int LargestYearRowBytes = 1_400;

    /// <summary>Of the largest month: eight types, and workouts on each of 31 days.</summary>
    public const int LargestMonthRowBytes = 1_024;

    /// <summary>Of the longest history: from the earliest timestamp, in January 2000, to the end of 2026.</summary>
    public const int MostMonths = 27 * 12;

    /// <summary>Bytes that DynamoDB adds to each item, in a table or an index (Amazon DynamoDB pricing, data storage).</summary>
    public const int StorageBytesPerItem = 100;

    /// <summary>Milliseconds from a function to DynamoDB and back for a transaction, which takes 5 to 15; the functions' own time is measured.</summary>
    public const double DynamoDbMillisecondsOfWrite = 10;

    /// <summary>The same for a query, which takes 2 to 6. Statistics send two concurrently.</summary>
    public const double DynamoDbMillisecondsOfRead = 5;

    /// <summary>One request in a hundred is a cold start.</summary>
    public const double StartsPerRequest = 0.01;

    /// <summary>Billed milliseconds of a write of a program without measurements.</summary>
    public const double BilledMillisecondsOfWrite = 20;

    /// <summary>Billed milliseconds of a read of such a program.</summary>
    public const double BilledMillisecondsOfRead = 10;

    /// <summary>Bytes of the function's log line per request. Measured.</summary>
    public const int RequestLineBytes = 325;

    /// <summary>Bytes of both metric lines of a new workout. Measured.</summary>
    public const int WriteMetricBytes = 605;

    /// <summary>Bytes of the metric line of a read. Measured.</summary>
    public const int ReadMetricBytes = 215;

    /// <summary>Bytes of Lambda's own lines in JSON, <c>platform.start</c> and <c>platform.report</c> with a trace (AWS Lambda developer guide).</summary>
    public const int PlatformLineBytes = 620;

    /// <summary>Bytes that API Gateway writes per request with execution logging: some twenty lines (observed, not published by AWS).</summary>
    public const int ExecutionLogBytes = 3_000;

    /// <summary>Bytes of an answer's headers, as API Gateway sends them.</summary>
    public const int HeaderBytes = 400;

    /// <summary>Measured.</summary>
    public const int WriteAnswerBytes = 280;

    /// <summary>Statistics of twelve months, and a page of twenty workouts, on average. Measured.</summary>
    public const int ReadAnswerBytes = 4_200;

    /// <summary>Stored bytes per written byte in CloudWatch Logs (Amazon CloudWatch pricing, example of stored logs).</summary>
    public const double LogCompression = 0.15;

    /// <summary>X-Ray's default rule (AWS X-Ray developer guide).</summary>
    public const double SampledShare = 0.05;

    /// <summary>A service requests a new data key from KMS after this time at most (Amazon DynamoDB developer guide; taken for the other services too).</summary>
    public const int DataKeyMinutes = 5;

    /// <summary>Alarm and OK notifications, each sent to every address.</summary>
    public const double NotificationsPerMonth = 20;

    /// <summary>Application signals that an objective of availability counts as, each minute (Amazon CloudWatch pricing, Application Signals).</summary>
    public const double SignalsOfAvailability = 2;

    /// <summary>The same of an objective of latency.</summary>
    public const double SignalsOfLatency = 8;

    /// <summary>Minutes from rising load to more capacity: two minutes of the metric, an alarm, and the change itself (Amazon DynamoDB developer guide).</summary>
    public const int ScalingMinutes = 5;
}
