using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The runbooks match the alarms and queries of the program.</summary>
public sealed partial class RunbookTests
{
    private const string Index = $"{WorkoutRunbooks.Folder}/README.md";

    private static readonly string[] _sections = ["Meaning", "First look", "Likely causes", "Fix", "Roll back", "Reproduce locally"];

    private static readonly ResourceGraph _stack = Stacks.Fullest;

    public static TheoryData<string> Kinds => [.. WorkoutAlarms.Kinds.Select(kind => kind.Name)];

    public static TheoryData<string> Documents => [Index, .. WorkoutAlarms.Kinds.Select(PathOf)];

    [Theory, MemberData(nameof(Kinds))]
    public void Each_kind_of_alarm_has_a_runbook_with_all_sections(string kind)
    {
        var runbook = MarkdownFile.Read(PathOf(Find(kind)));

        Assert.Equal(_sections, runbook.Headings.Where(heading => heading.Level == 2).Select(heading => heading.Text));
        Assert.StartsWith($"# {kind}: ", runbook.Text, StringComparison.Ordinal);
        Assert.Single(runbook.CodeBlocks, block => block.About == "fires-when");
        Assert.Contains(runbook.CodeBlocks, block => block.About.StartsWith("query=", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Each_kind_of_alarm_exists_in_a_stack_that_has_everything(string kind) => Assert.NotEmpty(FiresWhen(kind));

    [Theory, MemberData(nameof(Documents))]
    public void Shows_the_current_alarms_and_queries(string path)
    {
        var document = MarkdownFile.Read(path);
        var kind = Path.GetFileNameWithoutExtension(path);

        document.Hold(document.WithCode(about => about.Split('=') switch
        {
            ["fires-when"] => FiresWhen(kind),
            ["query", var name] => WorkoutQueries.All.Single(query => query.Name == name).Text,
            _ => null,
        }));
    }

    [Fact]
    public void The_index_lists_every_runbook()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, WorkoutRunbooks.Folder)).Select(Path.GetFileName);
        Assert.Equal(WorkoutAlarms.Kinds.Select(kind => $"{kind.Name}.md").Append("README.md").Append($"{WorkoutRunbooks.Drill}.md").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));

        Assert.Contains($"{WorkoutRunbooks.Drill}.md", MarkdownFile.Read(Index).Links);
        CommittedFile.HoldsSection(Index, "alarms", MarkdownTable.Of(
            ["alarm", "meaning", "severity", "monitoring"],
            4,
            WorkoutAlarms.Kinds.Select(kind => new[]
            {
                $"[{kind.Name}]({kind.Name}.md)",
                MarkdownFile.Read(PathOf(kind)).Headings.First().Text[(kind.Name.Length + 2)..],
                $"{kind.Severity}",
                $"`{kind.Level.ToString().ToLowerInvariant()}`",
            })));
    }

    [Fact]
    public void The_index_lists_every_saved_query() => CommittedFile.HoldsSection(Index, "queries", MarkdownTable.Of(
        ["query", "shows"], 2, WorkoutQueries.All.Select(query => new[] { $"`{query.Name}`", query.Answers })));

    private static AlarmKind Find(string name) => WorkoutAlarms.Kinds.Single(kind => kind.Name == name);

    private static string PathOf(AlarmKind kind) => WorkoutRunbooks.At(null).Of(kind);

    // Descriptions of the alarms that notify, without the stack before and the runbook after.
    private static string FiresWhen(string kind) => string.Join('\n', _stack.Resources
        // Others only feed a composite alarm.
        .Where(resource => resource.Inputs["alarmActions"] is JsonArray { Count: > 0 })
        .Select(resource => resource.Inputs["alarmDescription"]?.GetValue<string>() ?? "")
        .Select(description => EndsWithRunbook().Match(description))
        .Where(match => match.Success && match.Groups["kind"].Value == kind)
        .Select(match => match.Groups["text"].Value));

    [GeneratedRegex(@"^[^:]* in [^:]*: (?<text>.*?)(?:\s+\w+:)?\s(?:\S*/)?(?<kind>[a-z-]+)\.md$")]
    private static partial Regex EndsWithRunbook();
}
