using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>The commands of a plan are carried out, by stand-ins that hold each against AWS's own models.</summary>
public sealed class PlanCommandsTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly JsonObject _answers = JsonNode.Parse("""
        {
          "sts get-caller-identity": "123456789012",
          "dynamodb scan": {"Items": [{"userId": {"S": "athlete-1"}}, {"userId": {"S": "athlete-1"}}]},
          "dynamodb query": {"Items": [{"userId": {"S": "athlete-1"}, "workoutTimestamp": {"S": "2026-04-29T06:00:00.000000Z#1"}}]},
          "iam get-role": "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole",
          "backup list-recovery-points-by-resource": {"RecoveryPoints": [
            {"RecoveryPointArn": "arn:too-late", "Status": "COMPLETED", "CreationDate": "2026-04-30T09:30:01.000000+00:00", "BackupVaultName": "v"},
            {"RecoveryPointArn": "arn:broken", "Status": "PARTIAL", "CreationDate": "2026-04-30T05:10:00.000000+00:00", "BackupVaultName": "v"},
            {"RecoveryPointArn": "arn:right", "Status": "COMPLETED", "CreationDate": "2026-04-29T05:10:00.000000+00:00", "BackupVaultName": "v"},
            {"RecoveryPointArn": "arn:older", "Status": "COMPLETED", "CreationDate": "2026-04-28T05:10:00.000000+00:00", "BackupVaultName": "v"}]},
          "backup get-recovery-point-restore-metadata": {"RestoreMetadata": {"originalTableName": "logs-0a1b2c3", "encryptionType": "Default"}},
          "backup start-restore-job": "job-1",
          "backup describe-restore-job": "COMPLETED"
        }
        """)!.AsObject();

    public static TheoryData<string, string, string?> Plans => new()
    {
        { "dev", "PointInTime", null }, { "prod", "PointInTime", "logs" }, { "prod", "Vault", null }, { "prod", "Vault", "stats" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task AWS_and_Pulumi_know_every_command(string stack, string source, string? table)
    {
        var plan = RestorePlanTests.Make(stacks[stack], Enum.Parse<RestoreSource>(source), table);
        using var shell = Shell();
        shell.Write("users.txt", "athlete-2\n");

        var (_, errors) = await shell.RunAsync(plan.Steps);

        Assert.Equal("", errors);
        Assert.Equal(
            plan.Tables.Select(name => $"{stack}-{name}-20260430T093000Z"),
            shell.Calls.Where(call => call[2] is "restore-table-to-point-in-time" or "start-restore-job")
                .Select(call => string.Join(' ', call)).Select(call => plan.Tables.Select(name => $"{stack}-{name}-20260430T093000Z").Single(call.Contains)));
    }

    [Fact]
    public async Task Takes_the_newest_whole_backup_that_is_not_after_the_second()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod, RestoreSource.Vault, "logs"), "Restore the newest backup before the second");

        var job = Assert.Single(shell.Calls, call => call[2] == "start-restore-job");
        Assert.Equal("arn:right", job[Array.IndexOf(job, "--recovery-point-arn") + 1]);
        Assert.Equal(
            """{"originalTableName":"logs-0a1b2c3","encryptionType":"Default","targetTableName":"prod-logs-20260430T093000Z"}""",
            job[Array.IndexOf(job, "--metadata") + 1]);
    }

    [Fact]
    public async Task Changes_no_more_of_the_state_than_the_names_of_the_tables()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod), "B. Let Pulumi take the restored tables for its own");

        Assert.True(
            JsonNode.DeepEquals(State("prod-logs-20260430T093000Z", "prod-stats-20260430T093000Z"), shell.Read("after-restore.json")),
            shell.Read("after-restore.json").ToJsonString());
    }

    [Fact]
    public async Task Names_the_tables_to_the_engine_as_the_program_registers_them()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod), "B. Let Pulumi take the restored tables for its own");

        var refresh = Assert.Single(shell.Calls, call => call is ["pulumi", "refresh", ..]);
        Assert.Equal(
            stacks.Prod.Resources.Where(resource => resource.Type == "aws:dynamodb/table:Table").Select(table => table.Urn),
            refresh.Where(word => word.StartsWith("urn:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deletes_no_table_that_was_restored_under_its_own_name()
    {
        using var shell = Shell();
        RestoreStep[] steps = [.. RestorePlanTests.Make(stacks.Prod, RestoreSource.Vault).Steps];
        RestoreStep[] cleanUps = [.. steps.Where(step => step.Commands.Contains("delete-table", StringComparison.Ordinal))];

        await shell.RunAsync([steps[1], new RestoreStep("logs was gone", Way: null, [], "restored_logs=$logs"), .. cleanUps]);

        Assert.Equal(["prod-stats-20260430T093000Z", "stats-4d5e6f7"], shell.Calls.Where(call => call[2] == "delete-table").Select(call => call[^1]));
    }

    // The names, then one step.
    private static Task<(string Output, string Errors)> RunAsync(PlanShell shell, RestorePlan plan, string title) =>
        shell.RunAsync([plan.Steps[1], plan.Steps.Single(step => step.Title == title)]);

    private static PlanShell Shell()
    {
        var shell = new PlanShell();
        shell.Write("answers.json", _answers);
        shell.Write("state.json", State("logs-0a1b2c3", "stats-4d5e6f7"));
        return shell;
    }

    // What names a table elsewhere is left to the next update: its old value in the state is the truth until then.
    private static JsonObject State(string logs, string stats) => JsonNode.Parse($$$"""
        {"version": 3, "deployment": {"resources": [
          {"urn": "urn:pulumi:prod::workout-log::workoutlog:index:WorkoutTable$aws:dynamodb/table:Table::logs", "type": "aws:dynamodb/table:Table", "id": "{{{logs}}}",
           "protect": true, "inputs": {"__defaults": ["name"], "name": "{{{logs}}}", "hashKey": "userId"},
           "outputs": {"id": "{{{logs}}}", "name": "{{{logs}}}", "arn": "arn:aws:dynamodb:us-east-1:123456789012:table/{{{logs}}}", "readCapacity": 10}},
          {"urn": "urn:pulumi:prod::workout-log::workoutlog:index:WorkoutTable$aws:dynamodb/table:Table::stats", "type": "aws:dynamodb/table:Table", "id": "{{{stats}}}",
           "protect": true, "inputs": {"__defaults": ["name"], "name": "{{{stats}}}"}, "outputs": {"id": "{{{stats}}}", "name": "{{{stats}}}"}},
          {"urn": "urn:pulumi:prod::workout-log::x::logs-read-target", "type": "aws:appautoscaling/target:Target", "id": "table/logs-0a1b2c3",
           "inputs": {"resourceId": "table/logs-0a1b2c3"}, "outputs": {"resourceId": "table/logs-0a1b2c3"}}]}}
        """)!.AsObject();
}
