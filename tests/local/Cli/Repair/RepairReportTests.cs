using WorkoutLog.Local.Cli.Aws;
using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class RepairReportTests
{
    private static readonly RollupDifference[] _differences = [new("2026-05", "09n", 2, 1), new("2026-05", "STRENGTH_2.c", null, 310.5m)];

    [Theory, Cases]
    public void Describes_measures_in_words(string measure, string expected) => Assert.Equal(expected, Measures.Describe(measure));

    [Fact]
    public void Has_a_line_for_each_difference_and_a_summary()
    {
        const string Lines = "2026-05  workouts on day 09: 2 stored, 1 recomputed\n2026-05  kilocalories of STRENGTH_2: no number stored, 310.5 recomputed\n";

        Assert.Equal($"{Lines}2 differences. Fix: the same command with --fix", new RepairReport("dev", "u", Fixed: false, _differences).ToText());
        Assert.Equal($"{Lines}2 differences fixed.", new RepairReport("dev", "u", Fixed: true, _differences).ToText());
    }

    [Fact]
    public void Counts_each_wrong_month_once()
    {
        RollupDifference[] differences = [.. _differences, new("2026-06", "RUN.n", 2, 1)];

        Assert.Equal(2, new RepairReport("dev", "u", Fixed: false, differences).WrongMonths);
        Assert.Equal(0, new RepairReport("dev", "u", Fixed: true, differences).WrongMonths);
        Assert.Equal(0, new RepairReport("dev", "u", Fixed: false, []).WrongMonths);
    }

    [Fact]
    public void Writes_JSON() => Assert.Equal(
        """{"stack":"dev","userId":"u","fixed":false,"differences":[{"month":"2026-05","measure":"09n","stored":2,"recomputed":1},{"month":"2026-05","measure":"STRENGTH_2.c","stored":null,"recomputed":310.5}]}""",
        new RepairReport("dev", "u", Fixed: false, _differences).ToJson());
}

public sealed class LocalTablesTests : Sandbox
{
    [Fact]
    public void Reports_that_the_stack_is_not_running() => Assert.Equal(
        "The stack 'dev' is not running on this machine (artifacts/local/dev.json is missing). Fix: ./workout up --stack dev",
        Refusal.Of(() => LocalTables.Find(new Repository(Root), "dev")));

    [Fact]
    public void Reports_a_run_that_ended_without_cleaning_up()
    {
        // Nothing listens on port 1.
        Write("artifacts/local/dev.json", """{"processId":1,"url":"http://127.0.0.1:2/","endpoint":"http://127.0.0.1:1/","region":"us-east-1","token":"t","tables":{"logs":"logs-1a2b3c4","stats":"stats-5d6e7f8"}}""");

        var error = Refusal.Of(() => LocalTables.Find(new Repository(Root), "dev"));

        Assert.Equal(
            "The run of 'dev' that artifacts/local/dev.json names has ended: http://127.0.0.1:1/ does not answer. Fix: ./workout up --stack dev",
            error);
    }

    [Fact]
    public void Reads_the_names_of_both_tables_from_the_outputs_of_Pulumi() => Assert.Equal(
        new StorageTables(Logs: "logs-1a2b3c4", Stats: "stats-5d6e7f8"),
        PulumiOutputs.Read("""{"apiUrl":"https://example.org","tableNames":{"logs":"logs-1a2b3c4","stats":"stats-5d6e7f8"}}"""));

    [Theory, InlineData("{}"), InlineData("""{"tableNames":{"logs":"logs-1a2b3c4"}}"""), InlineData("")]
    public void Finds_no_tables_in_a_stack_that_is_not_deployed(string outputs) => Assert.Null(PulumiOutputs.Read(outputs));
}
