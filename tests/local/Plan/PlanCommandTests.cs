using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Tests.Cost;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary>The command as people call it.</summary>
public sealed class PlanCommandTests(Stacks stacks) : IClassFixture<Stacks>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-plan-");

    [Fact]
    public async Task A_stack_as_it_was_passes()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", Write(stacks.Dev), "--stack", "dev");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal("0 to create, 0 to update, 0 to replace, 0 to delete; nothing is refused\nstack dev, compared with base.json\n", output);
    }

    [Fact]
    public async Task What_was_protected_and_is_not_any_more_fails()
    {
        var before = stacks.Dev.WithInputs("Table", "stats", inputs => inputs["deletionProtectionEnabled"] = true);

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

    [Theory]
    [InlineData("--json", "{\"stack\":\"dev\"")]
    [InlineData("--markdown", "<!-- workout-log plan: dev -->")]
    public async Task Machines_and_pull_requests_get_their_form_and_nothing_else(string form, string start)
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", Write(stacks.Dev), "--stack", "dev", form);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith(start, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_is_one_document()
    {
        var (_, output, _) = await CommandLine.RunAsync("plan", "--base", Write(stacks.Dev.Without("Table", "stats")), "--stack", "dev", "--json");

        Assert.Single(output.TrimEnd('\n').Split('\n'));
        Assert.Equal("stats", $"{Assert.Single(JsonNode.Parse(output)!["changes"]!.AsArray())!["name"]}");
    }

    [Fact]
    public async Task One_form_at_a_time()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", "x.json", "--json", "--markdown");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("--json and --markdown are two forms of one output; give one of them.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_repository_a_commit_is_no_base()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("plan", "--base", "main");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("workout: The base can't be looked up. fatal: not a git repository", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(ResourceGraph graph)
    {
        var file = Path.Combine(_folder.FullName, "base.json");
        File.WriteAllText(file, GraphJson.Write(graph));
        return file;
    }
}
