using WorkoutLog.Local.Cli.Aws;
using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Cli;

/// <summary><c>repair</c>: recomputes a user's statistics from the workouts, and reports or fixes differences.</summary>
internal static class RepairCommand
{
    private static readonly CommandText _text = new(
        Purpose.Repair,
        "Checks a user's statistics against the workouts",
        new Example("./workout repair --user athlete-1", "checks a user in the running ./workout up"),
        new Example("./workout repair --user athlete-1 --stack prod --aws --fix", "fixes the differences in the deployed tables"),
        new Example(
            "./workout repair --user athlete-1 --stack prod --aws --logs-table logs-restored --stats-table stats-restored --no-metric",
            "checks tables that are not in service, such as restored ones"))
    {
        Success = "the statistics match the workouts, or were fixed",
        Failure = "they differ",
    };

    // Every workout of the user is read; enough for almost a million at 1,000 per second.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(15);

    public static Command Create()
    {
        var user = TargetOptions.User("User whose statistics are checked");
        var stack = StackOption.Create();
        var fix = new Option<bool>("--fix") { Description = "Replace the sums that differ with the recomputed ones" };
        var json = new JsonOption();
        var target = new TargetOptions();
        var noMetric = new Option<bool>("--no-metric") { Description = $"Do not publish the metric {MetricNames.StatisticsDrift}, which has an alarm; for tables that are not in service" };
        var command = new DocumentedCommand("repair", _text)
        {
            user, stack, fix, json, target.Aws, target.LogsTable, target.StatsTable, target.Region, noMetric,
        };
        target.AddRules(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var tables = await target.ResolveAsync(arguments, arguments.GetValue(stack)!, cancellation);
            using (tables.Client)
            {
                var report = await AuditAsync(tables, arguments.GetValue(stack)!, arguments.GetValue(user)!, arguments.GetValue(fix))
                    .WaitAsync(cancellation);
                await Console.Out.WriteLineAsync(arguments.GetValue(json) ? report.ToJson() : report.ToText());
                if (!arguments.GetValue(noMetric)
                    && await new DriftMetric(tables.Metrics, TimeProvider.System).PublishAsync(report.Stack, report.WrongMonths, cancellation) is { } reason)
                {
                    // The report is valid; only the alarm on the metric does not receive it.
                    await Console.Error.WriteLineAsync($"workout: The metric {MetricNames.StatisticsDrift} was not published: {reason}");
                }

                return report.Fixed || report.Differences.Count == 0 ? ExitCode.Success : ExitCode.Failure;
            }
        });
        return command;
    }

    private static async Task<RepairReport> AuditAsync(RepairTarget target, string stack, string userId, bool fix)
    {
        var time = TimeProvider.System;
        var audit = new RollupAudit(target.Client, target.Tables, new DynamoDbRetry(time), time);
        var scope = new RequestScope(new Deadline(time, _limit));
        var differences = await StorageErrors.ExplainAsync(() => fix ? audit.RepairAsync(userId, scope) : audit.AuditAsync(userId, scope), "months that were fixed stay fixed");
        return new RepairReport(stack, userId, fix, differences);
    }
}
