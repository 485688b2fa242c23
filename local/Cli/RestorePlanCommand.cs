using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Cli;

/// <summary><c>restore-plan</c>: the steps that bring lost data back, from the stack's own graph.</summary>
internal static class RestorePlanCommand
{
    private const string PointInTime = "pitr";
    private const string Vault = "vault";

    private static readonly CommandText _text = new(
        Purpose.Repair, "Prints the steps and commands that restore the tables of a deployed stack",
        new Example("./workout restore-plan --stack prod", "both tables to five minutes ago, as Bash with comments"),
        new Example("./workout restore-plan --stack prod --from vault --table logs --json", "one table from its last backup, for machines"))
    {
        Notes = "It carries out nothing and needs no credentials. docs/runbooks/restore.md says when to take which way, and how to practise it.",
        NotGood = "the stack declares nothing that it could be restored from",
    };

    public static Command Create()
    {
        var clock = TimeProvider.System;
        var stack = StackOption.Create();
        var at = At(clock);
        var table = new Option<string?>("--table") { Description = "Restore this table alone: logs or stats; both when left out" };
        table.AcceptOnlyFromAmong("logs", "stats");
        var from = new Option<string?>("--from")
        {
            Description = $"Where the data comes from: {PointInTime}, point-in-time recovery, any second; {Vault}, the daily backup, also where a table is gone. When left out, {PointInTime} if the stack has it",
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
                return ExitCode.NotGood;
            }

            var moment = arguments.GetValue(at) ?? RestoreTime.Latest(clock.GetUtcNow());
            var plan = RestorePlan.Of(graph, StackConfiguration.Load(repository, name).Region, source, moment, arguments.GetValue(table));
            await Console.Out.WriteAsync(arguments.GetValue(json) ? $"{plan.ToJson()}\n" : plan.ToText());
            return ExitCode.Good;
        });
        return command;
    }

    private static Option<DateTimeOffset?> At(TimeProvider clock) => new("--at")
    {
        Description = "The second to go back to, as RFC 3339 with an offset (2026-03-01T09:30:00Z), within 35 days; five minutes ago, the last one that can be restored, when left out",
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
            PointInTime => $"The stack '{stack}' has no point-in-time recovery. Turn it on before it is needed: {recovery}",
            Vault => $"The stack '{stack}' makes no backups. Turn them on before they are needed: {backups}",
            _ => $"The stack '{stack}' has neither point-in-time recovery nor backups: what is lost there is lost. Turn both on before they are needed: {recovery} && {backups}",
        } + $" && pulumi up --stack {stack}";
    }
}
