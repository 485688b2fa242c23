using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli.Script;

public sealed partial class UsageTests : ScriptRun
{
    [Fact]
    public async Task Lists_all_commands_by_purpose_within_120_columns()
    {
        var (_, usage, _) = await RunAsync("help");

        var listed = Group().Matches(usage).SelectMany(group =>
            Command().Matches(group.Groups["lines"].Value).Select(line => (Enum.Parse<Purpose>(group.Groups["purpose"].Value), line.Groups["name"].Value)));

        var commands = CommandTree.All.Where(known => !known.Path.Contains(' ')).Select(known => (CommandTree.TextOf(known.Path).Purpose, known.Path));
        Assert.Equal(commands.Order(), listed.Order());
        Assert.All(usage.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [GeneratedRegex(@"^(?<purpose>[A-Z][a-z]+)\n(?<lines>(?:  \./workout .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex(@"^  \./workout (?<name>[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
