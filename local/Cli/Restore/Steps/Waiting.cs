namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Commands that wait.</summary>
internal static class Waiting
{
    /// <summary>The waiter of the AWS CLI gives up after eight minutes; a restore takes longer, so it is asked up to sixty times.</summary>
    public static string ForTable(DeclaredTable table) =>
        $"for _ in {{1..60}}; do aws dynamodb wait table-exists --table-name {Shell.Restored(table.Name)} && break; done";
}
