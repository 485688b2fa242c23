using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Cli;

/// <summary><c>repair</c>: recomputes a user's statistics from the workouts, and reports or mends what differs.</summary>
internal static class RepairCommand
{
    private static readonly CommandText _text = new(
        Purpose.Repair,
        "Holds a user's statistics against the workouts",
        new Example("./workout repair --user athlete-1", "looks at a user of ./workout up"),
        new Example("./workout repair --user athlete-1 --stack prod --aws --mend", "writes the sums over those that differ, in the deployed tables"),
        new Example(
            "./workout repair --user athlete-1 --stack prod --aws --logs-table logs-restored --stats-table stats-restored --no-metric",
            "looks at tables that are not in service, such as restored ones"))
    {
        Good = "the statistics are the sums over the workouts, or were mended",
        NotGood = "they differ",
    };

    // Every workout of the user is read; at a thousand a second this is enough for most of a million.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(15);

    public static Command Create()
    {
        var user = TargetOptions.User("The user whose statistics are checked");
        var stack = StackOption.Create();
        var mend = new Option<bool>("--mend") { Description = "Write the recomputed sums over those that differ" };
        var json = new JsonOption();
        var target = new TargetOptions();
        var noMetric = new Option<bool>("--no-metric") { Description = $"Do not tell {MetricNames.StatisticsDrift}, on which an alarm looks; for tables that are not in service" };
        var command = new DocumentedCommand("repair", _text)
        {
            user, stack, mend, json, target.Aws, target.LogsTable, target.StatsTable, target.Region, noMetric,
        };
        target.AddRules(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var tables = await target.ResolveAsync(arguments, arguments.GetValue(stack)!, cancellation);
            using (tables.Client)
            {
                var report = await AuditAsync(tables, arguments.GetValue(stack)!, arguments.GetValue(user)!, arguments.GetValue(mend))
                    .WaitAsync(cancellation);
                await Console.Out.WriteLineAsync(arguments.GetValue(json) ? report.ToJson() : report.ToText());
                if (!arguments.GetValue(noMetric)
                    && await new DriftMetric(tables.Metrics, TimeProvider.System).PublishAsync(report.Stack, report.WrongMonths, cancellation) is { } reason)
                {
                    // The report stands; only the alarm that looks at the metric does not learn of it.
                    await Console.Error.WriteLineAsync($"workout: The metric {MetricNames.StatisticsDrift} was not published: {reason}");
                }

                return report.Mended || report.Differences.Count == 0 ? ExitCode.Good : ExitCode.NotGood;
            }
        });
        return command;
    }

    private static async Task<RepairReport> AuditAsync(RepairTarget target, string stack, string userId, bool mend)
    {
        var time = TimeProvider.System;
        var audit = new RollupAudit(target.Client, target.Tables, new DynamoDbRetry(time), time);
        var scope = new RequestScope(new Deadline(time, _limit));
        var differences = await StorageErrors.ExplainAsync(() => mend ? audit.RepairAsync(userId, scope) : audit.AuditAsync(userId, scope), "months that were mended stay mended");
        return new RepairReport(stack, userId, mend, differences);
    }
}
