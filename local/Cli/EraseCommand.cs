using WorkoutLog.Local.Cli.Aws;
using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Cli;

/// <summary><c>erase</c>: deletes all items of one user, as privacy laws require.</summary>
internal static class EraseCommand
{
    private static readonly CommandText _text = new(
        Purpose.Repair,
        "Deletes all workouts of a user, with their pointers, idempotency records and statistics",
        new Example("./workout erase --user athlete-1", "counts the items of a user in the running ./workout up"),
        new Example("./workout erase --user athlete-1 --stack prod --aws --yes", "deletes the items from the deployed tables"))
    {
        Success = "the user has no items left, or they were only counted",
        Notes = "Revoke the user's access first. To resume an interrupted erasure, run the same command again. Keep the line on standard output for your records. "
            + "SECURITY.md lists where else personal data is kept, and for how long.",
    };

    // Enough for almost half a million items at 500 items per second.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(15);

    public static Command Create()
    {
        var user = TargetOptions.User("User whose items are deleted");
        var stack = StackOption.Create();
        var yes = new Option<bool>("--yes") { Description = "Delete the items; without it they are only counted" };
        var target = new TargetOptions();
        var command = new DocumentedCommand("erase", _text) { user, stack, yes, target.Aws, target.LogsTable, target.StatsTable, target.Region };
        target.AddRules(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var (name, id) = (arguments.GetValue(stack)!, arguments.GetValue(user)!);
            var tables = await target.ResolveAsync(arguments, name, cancellation);
            using (tables.Client)
            {
                var time = TimeProvider.System;
                var erasure = new UserErasure(tables.Client, tables.Tables, new DynamoDbRetry(time), time);
                var scope = new RequestScope(new Deadline(time, _limit));
                var items = await StorageErrors.ExplainAsync(
                    () => (arguments.GetValue(yes) ? erasure.EraseAsync(id, Say, scope) : erasure.CountAsync(id, scope)).WaitAsync(cancellation), "to resume, run the same command again");
                await Console.Out.WriteLineAsync(new JsonObject
                {
                    ["stack"] = name,
                    ["userId"] = id,
                    ["erased"] = arguments.GetValue(yes),
                    ["at"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                    ["workouts"] = items.Workouts,
                    ["pointers"] = items.Pointers,
                    ["idempotencyRecords"] = items.IdempotencyRecords,
                    ["months"] = items.Months,
                    ["years"] = items.Years,
                    ["changes"] = items.Changes,
                }.ToJsonString());
                return ExitCode.Success;
            }
        });
        return command;
    }

    private static void Say(UserItems erased) => Console.Error.WriteLine($"  {erased.Workouts:N0} workouts, {erased.Pointers:N0} pointers to them, {erased.IdempotencyRecords:N0} idempotency records, {erased.Months:N0} months and {erased.Years:N0} years of statistics, {erased.Changes:N0} records of deletions deleted");
}
