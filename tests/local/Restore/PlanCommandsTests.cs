using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>Runs the commands of a plan with test doubles that validate each against AWS's service models.</summary>
public sealed class PlanCommandsTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly JsonObject _answers = JsonNode.Parse(File.ReadAllText(Sandbox.Fixture("Restore/answers.txt")))!.AsObject();

    public static TheoryData<string, string, string?> Plans => new()
    {
        { "dev", "PointInTime", null }, { "prod", "PointInTime", "logs" }, { "prod", "Vault", null }, { "prod", "Vault", "stats" },
    };

    [Theory, MemberData(nameof(Plans))]
    public async Task Every_command_is_valid_for_AWS_and_Pulumi(string stack, string source, string? table)
    {
        var plan = RestorePlanTests.Make(stacks[stack], Enum.Parse<RestoreSource>(source), table);
        using var shell = Shell();
        shell.Write("users.txt", "athlete-2\n");

        var (_, errors) = await shell.RunAsync(plan.Steps);

        Assert.True(errors.Length == 0, errors);
        Assert.Equal(
            plan.Tables.Select(name => $"{stack}-{name}-20260430T093000Z"),
            shell.Calls.Where(call => call[2] is "restore-table-to-point-in-time" or "start-restore-job")
                .Select(call => string.Join(' ', call)).Select(call => plan.Tables.Select(name => $"{stack}-{name}-20260430T093000Z").Single(call.Contains)));
    }

    [Theory, MemberData(nameof(Plans))]
    public Task ShellCheck_finds_nothing(string stack, string source, string? table) =>
        new Tool("shellcheck", "--shell=bash", "-") { Input = RestorePlanTests.Make(stacks[stack], Enum.Parse<RestoreSource>(source), table).ToText() }.OutputAsync();

    [Fact]
    public async Task Selects_the_newest_complete_backup_before_the_point_in_time()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod, RestoreSource.Vault, "logs"), "Restore the newest backup before the point in time");

        var job = Assert.Single(shell.Calls, call => call[2] == "start-restore-job");
        Assert.Equal("arn:right", job[Array.IndexOf(job, "--recovery-point-arn") + 1]);
        Assert.Equal(
            """{"originalTableName":"logs-0a1b2c3","encryptionType":"Default","targetTableName":"prod-logs-20260430T093000Z"}""",
            job[Array.IndexOf(job, "--metadata") + 1]);
    }

    [Fact]
    public async Task Changes_only_the_table_names_in_the_state()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod), "B. Point Pulumi at the restored tables");

        var after = shell.Read("after-restore.json");
        Assert.True(JsonNode.DeepEquals(State("prod-logs-20260430T093000Z", "prod-stats-20260430T093000Z"), JsonNode.Parse(after)), after);
    }

    [Fact]
    public async Task Targets_the_tables_by_their_URNs()
    {
        using var shell = Shell();

        await RunAsync(shell, RestorePlanTests.Make(stacks.Prod), "B. Point Pulumi at the restored tables");

        var refresh = Assert.Single(shell.Calls, call => call is ["pulumi", "refresh", ..]);
        Assert.Equal(
            stacks.Prod.Resources.Where(resource => resource.Type == "aws:dynamodb/table:Table").Select(table => table.Urn),
            refresh.Where(word => word.StartsWith("urn:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keeps_a_table_that_was_restored_under_its_own_name()
    {
        using var shell = Shell();
        RestoreStep[] steps = [.. RestorePlanTests.Make(stacks.Prod, RestoreSource.Vault).Steps];
        RestoreStep[] cleanUps = [.. steps.Where(step => step.Commands.Contains("delete-table", StringComparison.Ordinal))];

        await shell.RunAsync([steps[1], new RestoreStep("logs was gone", Method: null, [], "restored_logs=$logs"), .. cleanUps]);

        Assert.Equal(["prod-stats-20260430T093000Z", "stats-4d5e6f7"], shell.Calls.Where(call => call[2] == "delete-table").Select(call => call[^1]));
    }

    // The step that reads the names, then one step.
    private static Task<(string Output, string Errors)> RunAsync(PlanShell shell, RestorePlan plan, string title) =>
        shell.RunAsync([plan.Steps[1], plan.Steps.Single(step => step.Title == title)]);

    private static PlanShell Shell()
    {
        var shell = new PlanShell();
        shell.Write("answers.json", _answers);
        shell.Write("state.json", State("logs-0a1b2c3", "stats-4d5e6f7"));
        return shell;
    }

    // The state of other resources that name a table does not change until the next update.
    private static JsonObject State(string logs, string stats) => JsonNode.Parse(File.ReadAllText(Sandbox.Fixture("Restore/state.txt"))
        .Replace("LOGS", logs, StringComparison.Ordinal).Replace("STATS", stats, StringComparison.Ordinal))!.AsObject();
}
