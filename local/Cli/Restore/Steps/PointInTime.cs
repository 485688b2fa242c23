namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Restores from DynamoDB's own recovery.</summary>
internal static class PointInTime
{
    public static IEnumerable<RestoreStep> Of(RestoreRequest request)
    {
        yield return new RestoreStep(
            "See that the second can be reached",
            ["It must lie between the two times of each table. The earliest is later than 35 days ago where recovery was turned on since."],
            Shell.Lines(request.Tables.Select(table =>
                $"aws dynamodb describe-continuous-backups --table-name {Shell.Live(table.Name)} --output table \\\n"
                + "  --query ContinuousBackupsDescription.PointInTimeRecoveryDescription")));
        yield return new RestoreStep(
            "Restore into scratch tables",
            [
                "All tables to the same second, or the statistics are not the sums over the workouts.",
                "It takes from some minutes to a few hours, hardly by size; nothing that is in service notices. Indexes and capacity come along.",
                "Rights beside dynamodb:RestoreTableToPointInTime: those that DynamoDB needs to fill a table (Scan, Query, GetItem, PutItem, UpdateItem, DeleteItem, BatchWriteItem), and on a customer key kms:CreateGrant, Decrypt, DescribeKey.",
            ],
            Shell.Lines(request.Tables.Select(Restore).Concat(request.Tables.Select(Waiting.ForTable))));
    }

    private static string Restore(DeclaredTable table) =>
        $"aws dynamodb restore-table-to-point-in-time --source-table-name {Shell.Live(table.Name)} --target-table-name {Shell.Restored(table.Name)} \\\n"
        + $"  --restore-date-time \"$at\" --sse-specification-override {(table.HasCustomerKey ? "\"Enabled=true,SSEType=KMS,KMSMasterKeyId=$key\"" : "Enabled=false")}";
}
