namespace WorkoutLog.Local.Tests.Plan;

/// <summary>The command line.</summary>
public sealed class PlanCommandTests(Stacks stacks) : Sandbox, IClassFixture<Stacks>
{
    [Fact]
    public async Task Removed_protection_fails()
    {
        var before = stacks.Dev.Edit("Table stats deletionProtectionEnabled = true");

        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", Write(before), "--stack", "dev");

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal(
            """
            0 to create, 1 to update, 0 to replace, 0 to delete; refused: protection-loss of stats
            stack dev, compared with base.json

            dev
            └── stats WorkoutTable
                └── ~ stats aws:dynamodb:Table  deletionProtectionEnabled true → false

            refused  protection-loss  stats
              AWS no longer refuses to delete it.

            """,
            output);
    }

    [Fact]
    public async Task The_JSON_is_one_document_and_nothing_else()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", Write(stacks.Dev.Edit("- Table stats")), "--stack", "dev", "--json");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("{\"stack\":\"dev\"", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd('\n').Split('\n'));
        Assert.Equal("stats", $"{Assert.Single(JsonNode.Parse(output)!["changes"]!.AsArray())!["name"]}");
    }

    [Fact]
    public void Allows_only_one_output_format() => Assert.Equal(
        ["--json and --markdown can't be combined."],
        WorkoutCommand.Create().Parse("plan --base x.json --json --markdown").Errors.Select(error => error.Message));

    [Fact]
    public async Task A_commit_needs_a_repository()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", "main");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("workout: The base can't be found. fatal: not a git repository", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_from_a_file_is_judged_without_its_own_program()
    {
        var before = Write(stacks.Dev.Edit("Table stats deletionProtectionEnabled = true"));

        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", before, "--change", Write(stacks.Dev.Edit("- Table logs"), "after.json"), "--stack", "dev");

        Assert.Equal((1, ""), (exitCode, error));
        Assert.StartsWith("0 to create, 1 to update, 0 to replace, 1 to delete; refused: data-loss of logs, protection-loss of stats\n", output, StringComparison.Ordinal);
    }

    private string Write(ResourceGraph graph, string file = "base.json")
    {
        Write(file, GraphJson.Write(graph));
        return PathOf(file);
    }
}
