using System.Text.Json.Nodes;
using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary><c>docs/plan.md</c> says what the code finds and prints.</summary>
public sealed class PlanDocumentTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Dictionary<string, string> _members = new(StringComparer.Ordinal)
    {
        ["stack"] = "of the plan",
        ["base"] = "what was compared with: a file, or a commit and how it was named",
        ["isNewStack"] = "the base does not have the stack",
        ["refused"] = "of the plan: something fails it; of a finding: it is among that",
        ["create"] = "how many resources are created",
        ["update"] = "changed in place",
        ["replace"] = "made anew",
        ["delete"] = "deleted",
        ["changes"] = "in the order of registration, then what is deleted",
        ["changes[].operation"] = "`create`, `update`, `replace`, `delete`, or `record` for what only Pulumi keeps in mind",
        ["changes[].urn"] = "as it is now",
        ["changes[].formerUrn"] = "what an alias carries over; else null",
        ["changes[].type"] = "the provider's token",
        ["changes[].name"] = "the logical name",
        ["changes[].component"] = "URN of the component; null right under the stack",
        ["changes[].deletedFirst"] = "of a replacement: the old one goes before the new one is there",
        ["changes[].properties"] = "what differs, empty for what is created or deleted",
        ["changes[].properties[].path"] = "such as `ttl.attributeName` or `rules[daily].schedule`",
        ["changes[].properties[].before"] = "null where it was not set",
        ["changes[].properties[].after"] = "null where it is not set any more",
        ["changes[].properties[].follows"] = "name of the resource whose output it carries; else null",
        ["changes[].properties[].replaces"] = "it forces the replacement",
        ["changes[].options"] = "`name`, `before` and `after` of the options that differ",
        ["findings"] = "the gravest first",
        ["findings[].kind"] = "of the table above",
        ["findings[].severity"] = "`refused`, `warning` or `notice`",
        ["findings[].resource"] = "its name; the stack's for what is about all",
        ["findings[].urn"] = "null for the stack",
        ["findings[].what"] = "what `pulumi up` does, in a sentence",
        ["findings[].refused"] = "it fails the plan",
        ["findings[].waiver"] = "that lets it pass; else null",
        ["waivers"] = "those that let nothing pass: `waiver`, `fault` (`expired`, `too-long` or `unused`), `text`",
        ["cost"] = "null where a price is not known",
        ["cost.logsPerDay"] = "the load, with the reads of an app",
        ["cost.before"] = "dollars a month, list price; null for a new stack",
        ["cost.after"] = "the same of the stack as it would be",
        ["cost.lines"] = "`what` and `difference`, the largest first",
        ["notes"] = "what else must be known, a sentence each",
    };

    [Fact]
    public void The_kinds_are_those_of_the_code() => GeneratedSections.Hold(
        "docs/plan.md",
        "kinds",
        GeneratedSections.Table(
            ["finding", "", "when"],
            3,
            FindingKind.All.Select(kind => (IReadOnlyList<string>)[$"`{kind.Name}`", kind.Severity.ToString().ToLowerInvariant(), kind.Meaning])));

    [Fact]
    public void The_members_are_those_of_the_JSON()
    {
        var after = stacks.Dev.WithInputs("Table", "logs", inputs => inputs["streamEnabled"] = false).Without("Dashboard", "dashboard");
        var json = JsonNode.Parse(PlanJson.Write(GraphEdit.Plan(stacks.Dev, after)))!;

        Assert.Equal(_members.Keys.Order(StringComparer.Ordinal), Paths("", json).Distinct().Order(StringComparer.Ordinal));
        GeneratedSections.Hold("docs/plan.md", "json", GeneratedSections.Table(["member", "is"], 2, _members.Select(member => (IReadOnlyList<string>)[$"`{member.Key}`", member.Value])));
    }

    // Lists whose elements are told in a line of their own are not gone into.
    private static IEnumerable<string> Paths(string path, JsonNode? node) => node switch
    {
        _ when path is "changes[].properties[].before" or "changes[].properties[].after" or "changes[].options" or "cost.lines" or "waivers" => [path],
        JsonObject members => members.SelectMany(member => Paths(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)).Concat(path.Length == 0 || path.EndsWith(']') ? [] : [path]),
        JsonArray list => list.SelectMany(item => Paths($"{path}[]", item)).Where(below => below != $"{path}[]").Append(path),
        _ => [path],
    };
}
