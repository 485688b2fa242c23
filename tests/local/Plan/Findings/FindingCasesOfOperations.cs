namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>What is watched, written down, run and paid.</summary>
internal static class FindingCasesOfOperations
{
    private const string Alarm = "observability-api-server-errors";

    public static readonly ImmutableArray<FindingCase> All =
    [
        new("blocked", "stats",
            "`pulumi up` fails here: the table is protected. `pulumi state unprotect 'urn:pulumi:prod::workout-log::workoutlog:index:WorkoutTable$aws:dynamodb/table:Table::stats'` would allow it. "
            + "AWS refuses to delete the table as long as its deletion protection is on; turn it off in an update before.",
            graph => graph.Without("Table", "stats")),
        new("blocked", "backup-vault", "AWS refuses to delete the backup vault as long as backups are in it.", graph => graph.Without("Vault", "backup-vault")),
        new("rename", "weeks",
            "It is made anew and stats is deleted. If it is the same table under another name, keep it with the option Aliases = { new Alias { Urn = "
            + "\"urn:pulumi:prod::workout-log::workoutlog:index:WorkoutTable$aws:dynamodb/table:Table::stats\" } }.",
            graph => graph.With("Table", "stats", table => table with { Name = "weeks", Urn = table.Urn.Replace("::stats", "::weeks", StringComparison.Ordinal) })),
        new("left", "api-logging-role", "`pulumi up` leaves the role in the account and forgets it (retainOnDelete).", graph => graph.Without("Role", "api-logging-role")),
        new("alarm-lost", Alarm, "The alarm goes.", graph => graph.Without("MetricAlarm", Alarm)),
        new("alarm-lost", Alarm, "The alarm still turns on, but tells nobody.", graph => graph.WithInputs("MetricAlarm", Alarm, inputs => inputs["actionsEnabled"] = false)),
        new("alarm-lost", Alarm, "The alarm no longer tells sns:alarms-05ad444.", graph => graph.WithInputs("MetricAlarm", Alarm, inputs => inputs["alarmActions"] = new JsonArray())),
        new("alarm-lost", "alarms-oncall@example.com", "oncall@example.com gets no more alarms.", graph => graph.Without("TopicSubscription", "alarms-oncall@example.com")),
        new("alarm-lost", "objectives-read-latency", "The objective goes.", graph => graph.Without("ServiceLevelObjective", "objectives-read-latency")),
        new("alarm-blunted", Alarm, "The alarm rings above 9 instead of 5.", graph => graph.WithInputs("MetricAlarm", Alarm, inputs => inputs["threshold"] = 9)),
        new("alarm-blunted", "observability-api-no-traffic", "The alarm rings below 0 instead of 1.",
            graph => graph.WithInputs("MetricAlarm", "observability-api-no-traffic", inputs => inputs["threshold"] = 0)),
        new("alarm-blunted", Alarm, "The alarm rings later: datapointsToAlarm 2 → 3.", graph => graph.WithInputs("MetricAlarm", Alarm, inputs => inputs["datapointsToAlarm"] = 3)),
        new("alarm-blunted", "objectives-read-latency", "The objective is 95 % instead of 99 %.",
            graph => graph.WithInputs("ServiceLevelObjective", "objectives-read-latency", inputs => inputs["goal"]!["attainmentGoal"] = 95)),
        new("log-lost", "api-stage", "Requests are no longer written to the access log.", graph => graph.WithInputs("Stage", "api-stage", inputs => inputs.Remove("accessLogSettings"))),
        new("log-lost", "api-stage", "The access log no longer tells traceId.",
            graph => graph.WithInputs("Stage", "api-stage", inputs =>
            {
                var format = JsonNode.Parse(inputs["accessLogSettings"]!["format"]!.GetValue<string>())!.AsObject();
                format.Remove("traceId");
                inputs["accessLogSettings"]!["format"] = format.ToJsonString();
            })),
        new("log-lost", "api-stage", "Requests are no longer traced.", graph => graph.WithInputs("Stage", "api-stage", inputs => inputs["xrayTracingEnabled"] = false)),
        new("log-lost", "api-methods", "API Gateway logs OFF instead of ERROR.", graph => graph.WithInputs("MethodSettings", "api-methods", inputs => inputs["settings"]!["loggingLevel"] = "OFF")),
        new("log-lost", "QueryWorkouts", "Invocations are no longer traced.", graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["tracingConfig"]!["mode"] = "PassThrough")),
        new("log-lost", "QueryWorkouts", "The function logs from ERROR on only.", graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["loggingConfig"]!["applicationLogLevel"] = "ERROR")),
        new("log-lost", "dashboard", "The dashboard goes.", graph => graph.Without("Dashboard", "dashboard")),
        new("retention-shortened", "observability-QueryWorkouts", "Events are kept 3 days instead of 30; what is older is deleted.",
            graph => graph.WithInputs("LogGroup", "observability-QueryWorkouts", inputs => inputs["retentionInDays"] = 3)),
        new("function-code", "QueryWorkouts", "Its archive is another one, sha256 000000000000 → sha256 ffffffffffff; a new version is published, and live moves to it.",
            graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["code"]!["archive"]!["sha256"] = new string('f', 64)), Reversible: false),
        new("function-settings", "QueryWorkouts", "memorySize 256 → 512; a new version is published, and live moves to it.",
            graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["memorySize"] = 512), Reversible: false),
        new("function-settings", "QueryWorkouts", "reservedConcurrentExecutions 200 → 50.",
            graph => graph.WithInputs("Function", "QueryWorkouts", inputs => inputs["reservedConcurrentExecutions"] = 50), Reversible: false),
        new("cost", "prod", "3,000 logs a day cost $64.25 a month, $3.00 less than before: dashboard, 116 metrics −$3.00.", graph => graph.Without("Dashboard", "dashboard"), Reversible: false),
    ];
}
