using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>A parsed workflow or action of <c>.github/</c>.</summary>
internal sealed partial class Workflow
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    private Workflow(string path, string text)
    {
        Text = text;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        Root = (YamlMappingNode)yaml.Documents.Single().RootNode;
        Jobs = Mapping(Root, "jobs").ToDictionary(job => job.Key, job => (YamlMappingNode)job.Value);
        // An action counts as one job.
        Steps = [.. (path.EndsWith("action.yml", StringComparison.Ordinal) ? [Mapping(Root, "runs")] : Jobs.Values.Select(job => job.Children.ToDictionary(pair => TextOf(pair.Key), pair => pair.Value)))
            .SelectMany(job => job.TryGetValue("steps", out var steps) ? (YamlSequenceNode)steps : [])
            .Cast<YamlMappingNode>()];
    }

    public static IEnumerable<string> Paths => Files("workflows").Where(file => file.EndsWith(".yml", StringComparison.Ordinal));

    public static IEnumerable<string> ActionPaths => Files("actions");

    public string Text { get; }

    public YamlMappingNode Root { get; }

    public Dictionary<string, YamlMappingNode> Jobs { get; }

    public YamlMappingNode[] Steps { get; }

    public IEnumerable<string> Triggers => Mapping(Root, "on").Keys;

    public IEnumerable<string> Runs => Steps.Select(step => Value(step, "run")).OfType<string>();

    /// <summary>Actions in <c>uses:</c>, with the comment after each.</summary>
    public IEnumerable<(string Action, string Comment)> Uses =>
        UsesLine().Matches(Text).Select(match => (match.Groups["action"].Value, match.Groups["comment"].Value));

    /// <param name="path">From the root of the repository.</param>
    public static Workflow Read(string path) => new(path, File.ReadAllText(Path.Combine(_root, path)));

    public static string? Value(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? TextOf(value) : null;

    public static Dictionary<string, YamlNode> Mapping(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => TextOf(pair.Key), pair => pair.Value)
            : [];

    private static string TextOf(YamlNode node) => ((node as YamlScalarNode)?.Value) ?? node.ToString();

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(_root, ".github", folder), "*.yml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_root, file)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*-?\s*uses:\s*(?<action>\S+)(?:\s+#\s*(?<comment>.*))?$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();
}

internal static class Bash
{
    /// <summary>Checks the syntax of a script, without running it.</summary>
    public static void AssertValid(string script)
    {
        var (_, _, errors) = new Tool("bash", "-n") { Input = script }.RunAsync().GetAwaiter().GetResult();
        Assert.True(errors.Length == 0, errors);
    }
}
