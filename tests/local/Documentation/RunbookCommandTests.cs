using System.Text.RegularExpressions;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Logs;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>What somebody types at night works: commands, options, settings and faults exist.</summary>
public sealed partial class RunbookCommandTests
{
    private static readonly HashSet<string> _settings = [.. SettingKeys.All.Select(setting => setting.Key)];

    public static TheoryData<string> Documents =>
        [$"{Runbooks.Folder}/README.md", $"{Runbooks.Folder}/restore.md", .. AlarmKind.All.Select(new Runbooks(null).Of)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_command_line_is_understood(string path) => Assert.All(
        Command().Matches(Code(path)).Select(match => match.Groups["arguments"].Value),
        arguments => Assert.Empty(WorkoutCommand.Create().Parse(Redirection().Replace(arguments, "")).Errors.Select(error => $"{arguments}: {error.Message}")));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_setting_exists(string path)
    {
        var changed = ConfigChange().Matches(Code(path)).Select(match => match.Groups["key"].Value).ToArray();

        Assert.Equal(Regex.Count(Code(path), "pulumi config "), changed.Length);
        Assert.Subset(_settings, changed.ToHashSet());
    }

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

    private static string Code(string path)
    {
        var document = MarkdownFile.Read(path);
        return string.Join('\n', document.CodeBlocks.Where(block => block.Language == "sh").Select(block => block.Code).Concat(document.CodeSpans));
    }

    [GeneratedRegex(@"\./workout (?<arguments>[^|&;\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s2>\S+")]
    private static partial Regex Redirection();

    [GeneratedRegex(@"pulumi config (?:set|rm) (?:--path )?'?(?:workout-log:)?(?<key>[A-Za-z]+)(?:\[\d+\])?'? ")]
    private static partial Regex ConfigChange();

    [GeneratedRegex(@"^[a-z]+(?:[A-Z][A-Za-z0-9]*)+$")]
    private static partial Regex CamelCase();
}
