using WorkoutLog.Infra.Service;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Documents name only existing documents, tests, commands, settings and faults.</summary>
public sealed partial class DocumentTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;
    private static readonly HashSet<string> _settings = [.. SettingKeys.All.Select(setting => setting.Key)];

    // Commands of the script, and of the bench, which has its own test.
    private static readonly string[] _elsewhere = ["test", "setup", "help", "bench"];

    public static TheoryData<string> All => [.. MarkdownFile.All];

    public static TheoryData<string> OfTheNight => [$"{WorkoutRunbooks.Folder}/README.md", $"{WorkoutRunbooks.Folder}/restore.md", .. WorkoutAlarms.Kinds.Select(WorkoutRunbooks.At(null).Of)];

    [Theory, MemberData(nameof(All))]
    public void Links_and_named_tests_exist(string path)
    {
        var document = MarkdownFile.Read(path);

        Assert.DoesNotContain(document.Links.Where(link => !Uri.TryCreate(link, UriKind.Absolute, out _)), link => !Leads(path, link));
        Assert.All(
            document.CodeSpans.Where(code => NameOfTest().IsMatch(code)),
            name => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_root, "tests"), $"{name}.cs", SearchOption.AllDirectories)));
    }

    [Theory, MemberData(nameof(All))]
    public void Each_command_line_is_valid(string path) => Assert.All(DocumentedCommands.In(path), arguments => Assert.Empty(Errors(arguments)));

    [Theory, MemberData(nameof(All))]
    public void Each_changed_setting_exists(string path)
    {
        var commands = string.Join('\n', MarkdownFile.Read(path).Commands);
        var changed = ConfigChange().Matches(commands).Select(match => match.Groups["key"].Value).ToArray();

        Assert.Equal(Regex.Count(commands, "pulumi config "), changed.Length);
        Assert.Subset(_settings, changed.ToHashSet());
    }

    [Theory, MemberData(nameof(OfTheNight))]
    public void Runbooks_name_existing_settings_and_valid_faults(string path)
    {
        var document = MarkdownFile.Read(path);
        var queries = string.Join('\n', WorkoutQueries.All.Select(query => query.Text));

        // Every camelCase word is a setting, is in a query, or belongs to the API.
        Assert.All(
            document.CodeSpans.Where(code => CamelCase().IsMatch(code) && code != "userId" && !_settings.Contains(code)),
            word => Assert.Matches($@"\b{word}\b", queries));
        Assert.All(document.CodeBlocks.Where(block => block.Language == "json"), block => Assert.NotEmpty(FaultSpec.Parse(block.Code, path).Rules));
    }

    private static IEnumerable<string> Errors(string arguments)
    {
        var command = WorkoutCommand.Create();
        return DocumentedCommands.Typed(arguments) switch
        {
            [var elsewhere, ..] when _elsewhere.Contains(elsewhere) => [],
            // Prose names a command without its required arguments.
            [var name] => command.Subcommands.Any(subcommand => subcommand.Name == name) ? [] : [$"There is no command {name}."],
            var typed => command.Parse(typed).Errors.Select(error => $"{arguments}: {error.Message}"),
        };
    }

    private static bool Leads(string path, string link)
    {
        var (target, anchor) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var file = target.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, target);
        return Path.Exists(Path.Combine(_root, file)) && (anchor is null || MarkdownFile.Read(file).Anchors.Contains(anchor));
    }

    [GeneratedRegex("^[A-Z][A-Za-z]+(Tests|Controls)$")]
    private static partial Regex NameOfTest();

    [GeneratedRegex(@"^[a-z]+(?:[A-Z][A-Za-z0-9]*)+$")]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"pulumi config (?:get|set|rm) (?:--path )?['""]?(?:workout-log:)?(?<key>[A-Za-z]+)(?:\[(?:\d+|\$next)\])?['""]?(?: |$)", RegexOptions.Multiline)]
    private static partial Regex ConfigChange();
}
