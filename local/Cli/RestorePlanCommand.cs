using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Cli;

/// <summary><c>restore-plan</c>: the steps that restore lost data, from the stack's own graph.</summary>
internal static class RestorePlanCommand
{
    private const string PointInTime = "pitr";
    private const string Vault = "vault";

    private static readonly CommandText _text = new(
        Purpose.Repair, "Prints the steps and commands that restore the tables of a deployed stack",
        new Example("./workout restore-plan --stack prod", "both tables to five minutes ago, as commented Bash"),
        new Example("./workout restore-plan --stack prod --from vault --table logs --json", "one table from its latest backup, as JSON"))
    {
        Notes = "The command changes nothing and needs no credentials. docs/runbooks/restore.md helps you choose the method, and describes a drill.",
        Failure = "the stack has neither point-in-time recovery nor backups, or not the requested one",
    };

    public static Command Create()
    {
        var clock = TimeProvider.System;
        var stack = StackOption.Create();
        var at = At(clock);
        var table = new Option<string?>("--table") { Description = "Restore only this table: logs or stats; by default both" };
        table.AcceptOnlyFromAmong("logs", "stats");
        var from = new Option<string?>("--from")
        {
            Description = $"Source of the data: {PointInTime}, point-in-time recovery, any second; {Vault}, the daily backup, also for a deleted table. By default {PointInTime} if the stack has it",
        };
        from.AcceptOnlyFromAmong(PointInTime, Vault);
        var json = new JsonOption();
        var command = new DocumentedCommand("restore-plan", _text) { stack, at, from, table, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var repository = Repository.Find(Environment.CurrentDirectory);
            var name = arguments.GetValue(stack)!;
            var graph = await PackagedProgram.EvaluateAsync(repository, name, cancellation);
            var sources = RestorePlan.SourcesOf(graph);
            var asked = arguments.GetValue(from);
            var wanted = asked is null ? sources.Take(1) : sources.Where(source => source == (asked == Vault ? RestoreSource.Vault : RestoreSource.PointInTime));
            if (wanted.ToArray() is not [var source])
            {
                await Console.Error.WriteLineAsync($"workout: {Missing(name, asked)}");
                return ExitCode.Failure;
            }

            var moment = arguments.GetValue(at) ?? RestoreTime.Latest(clock.GetUtcNow());
            var plan = RestorePlan.Of(graph, StackConfiguration.Load(repository, name).Region, source, moment, arguments.GetValue(table));
            await Console.Out.WriteAsync(arguments.GetValue(json) ? $"{plan.ToJson()}\n" : plan.ToText());
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<DateTimeOffset?> At(TimeProvider clock) => new("--at")
    {
        Description = "Point in time to restore, as RFC 3339 with an offset (2026-03-01T09:30:00Z), within the last 35 days; by default five minutes ago, the latest restorable time",
        CustomParser = result =>
        {
            var (time, error) = RestoreTime.Read(result.Tokens.Single().Value, clock.GetUtcNow());
            if (error is null)
            {
                return time;
            }

            result.AddError(error);
            return null;
        },
    };

    private static string Missing(string stack, string? asked)
    {
        var (recovery, backups) = ($"pulumi config set pointInTimeRecovery true --stack {stack}", $"pulumi config set backups true --stack {stack}");
        return asked switch
        {
            PointInTime => $"The stack '{stack}' has no point-in-time recovery. Fix, for future incidents: {recovery}",
            Vault => $"The stack '{stack}' has no backups. Fix, for future incidents: {backups}",
            _ => $"The stack '{stack}' has neither point-in-time recovery nor backups; lost data can't be restored. Fix, for future incidents: {recovery} && {backups}",
        } + $" && pulumi up --stack {stack}";
    }
}
