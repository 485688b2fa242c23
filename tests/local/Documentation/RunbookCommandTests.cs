using System.Text.RegularExpressions;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Logs;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>What somebody reads at night is there: the settings that are named, and faults that can be injected.</summary>
public sealed partial class RunbookCommandTests
{
    private static readonly HashSet<string> _settings = [.. SettingKeys.All.Select(setting => setting.Key)];

    public static TheoryData<string> Documents =>
        [$"{Runbooks.Folder}/README.md", $"{Runbooks.Folder}/restore.md", .. AlarmKind.All.Select(new Runbooks(null).Of)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_word_that_looks_like_a_setting_is_one_or_stands_in_a_query(string path)
    {
        var queries = string.Join('\n', LogQueries.All.Select(query => query.Text));
        var words = MarkdownFile.Read(path).CodeSpans.Where(code => CamelCase().IsMatch(code) && !_settings.Contains(code));

        // The API's own.
        string[] known = ["userId"];
        Assert.All(words.Except(known), word => Assert.Matches($@"\b{word}\b", queries));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_specification_of_faults_can_be_injected(string path) => Assert.All(
        MarkdownFile.Read(path).CodeBlocks.Where(block => block.Language == "json"),
        block => Assert.NotEmpty(FaultSpec.Parse(block.Code, path).Rules));

    [GeneratedRegex(@"^[a-z]+(?:[A-Z][A-Za-z0-9]*)+$")]
    private static partial Regex CamelCase();
}
