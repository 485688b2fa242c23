using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary>The tables in <c>docs/plan.md</c> match the code.</summary>
public sealed class PlanDocumentTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Dictionary<string, string> _members = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Plan", "members.txt"))
        .Select(line => line.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    [Fact]
    public void The_kinds_are_those_of_the_code() => CommittedFile.HoldsSection(
        "docs/plan.md",
        "kinds",
        MarkdownTable.Of(
            ["finding", "", "when"],
            3,
            FindingKind.All.Select(kind => (IReadOnlyList<string>)[$"`{kind.Name}`", kind.Severity.ToString().ToLowerInvariant(), kind.Meaning])));

    [Fact]
    public void The_members_are_those_of_the_JSON()
    {
        var after = stacks.Dev.Edit("Table logs streamEnabled = false ; - Dashboard dashboard");
        var json = JsonNode.Parse(PlanJson.Write(GraphEdit.Plan(stacks.Dev, after)))!;

        Assert.Equal(_members.Keys.Order(StringComparer.Ordinal), Paths("", json).Distinct().Order(StringComparer.Ordinal));
        CommittedFile.HoldsSection("docs/plan.md", "json", MarkdownTable.Of(["member", "is"], 2, _members.Select(member => (IReadOnlyList<string>)[$"`{member.Key}`", member.Value])));
    }

    // Lists with a row of their own are not expanded.
    private static IEnumerable<string> Paths(string path, JsonNode? node) => node switch
    {
        _ when path is "changes[].properties[].before" or "changes[].properties[].after" or "changes[].options" or "cost.lines" or "waivers" => [path],
        JsonObject members => members.SelectMany(member => Paths(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)).Concat(path.Length == 0 || path.EndsWith(']') ? [] : [path]),
        JsonArray list => list.SelectMany(item => Paths($"{path}[]", item)).Where(below => below != $"{path}[]").Append(path),
        _ => [path],
    };
}
