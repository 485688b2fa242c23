using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Each setting that a document changes exists.</summary>
public sealed partial class SettingCommandTests
{
    private static readonly HashSet<string> _settings = [.. SettingKeys.All.Select(setting => setting.Key)];

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_setting_exists(string path)
    {
        var commands = string.Join('\n', MarkdownFile.Read(path).Commands);
        var changed = ConfigChange().Matches(commands).Select(match => match.Groups["key"].Value).ToArray();

        Assert.Equal(Regex.Count(commands, "pulumi config "), changed.Length);
        Assert.Subset(_settings, changed.ToHashSet());
    }

    [GeneratedRegex(@"pulumi config (?:set|rm) (?:--path )?'?(?:workout-log:)?(?<key>[A-Za-z]+)(?:\[\d+\])?'?(?: |$)", RegexOptions.Multiline)]
    private static partial Regex ConfigChange();
}
