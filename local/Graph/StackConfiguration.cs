using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Graph;

/// <summary>The configuration of one stack, as the Pulumi engine hands it to a program: texts, lists as JSON.</summary>
/// <param name="Defaults">What <c>Pulumi.yaml</c> declares: key without the project's namespace to text.</param>
/// <param name="Values">What the program gets: key with its namespace to text.</param>
public sealed record StackConfiguration(
    string Project, string Stack, string Region, IReadOnlyDictionary<string, string> Defaults, SortedDictionary<string, string> Values)
{
    private const string RegionKey = "aws:region";

    /// <summary>Reads <c>Pulumi.yaml</c> (project and defaults) and <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    /// <exception cref="UserErrorException">A file is missing or is not YAML.</exception>
    public static StackConfiguration Load(Repository repository, string stack)
    {
        if (!File.Exists(repository.StackFile(stack)))
        {
            throw new UserErrorException($"There is no stack \"{stack}\"; the stacks are {string.Join(", ", repository.Stacks)}.");
        }

        var project = Read(repository.ProjectFile);
        var name = Text(project["name"]);
        var defaults = Mapping(project, "config")
            .Where(declaration => declaration.Value is YamlMappingNode declared && declared.Children.ContainsKey("default"))
            .ToDictionary(declaration => declaration.Key, declaration => Text(declaration.Value["default"]), StringComparer.Ordinal);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in defaults)
        {
            values[$"{name}:{key}"] = value;
        }

        foreach (var (key, value) in Mapping(Read(repository.StackFile(stack)), "config"))
        {
            values[FullKey(name, key)] = Text(value);
        }

        return Of(name, stack, defaults, values);
    }

    /// <summary>What <see cref="SettingsValidator"/> judges: our own keys without the namespace, and those of providers.</summary>
    public Dictionary<string, string> SettingTexts()
    {
        var prefix = $"{Project}:";
        return Values
            .Where(value => SettingKeys.OfProviders.Contains(value.Key) || value.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(
                value => SettingKeys.OfProviders.Contains(value.Key) ? value.Key : value.Key[prefix.Length..],
                value => value.Value,
                StringComparer.Ordinal);
    }

    /// <summary>With other values for some keys, or for more of them.</summary>
    /// <param name="overrides">Key, with or without the project's namespace, to text.</param>
    public StackConfiguration With(IEnumerable<KeyValuePair<string, string>> overrides)
    {
        var values = new SortedDictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (key, value) in overrides)
        {
            values[FullKey(Project, key)] = value;
        }

        return Of(Project, Stack, Defaults, values);
    }

    // Without a region the program refuses to run, together with whatever else is wrong.
    private static StackConfiguration Of(string project, string stack, IReadOnlyDictionary<string, string> defaults, SortedDictionary<string, string> values) =>
        new(project, stack, values.GetValueOrDefault(RegionKey, ""), defaults, values);

    private static string FullKey(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = File.OpenText(file);
            yaml.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new UserErrorException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)} is not YAML, at line {exception.Start.Line}: {exception.Message}"));
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode mapping }]
            ? mapping
            : throw new UserErrorException($"{Path.GetFileName(file)} must hold one mapping of keys to values.");
    }

    private static IEnumerable<(string Key, YamlNode Value)> Mapping(YamlMappingNode parent, string key) =>
        parent.Children.TryGetValue(key, out var node) && node is YamlMappingNode mapping
            ? mapping.Children.Select(child => (Text(child.Key), child.Value))
            : [];

    private static string Text(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode sequence => JsonSerializer.Serialize(sequence.Children.Select(Text)),
        _ => throw new UserErrorException($"A configuration value must be a text, a number or a list; received {node} at line {node.Start.Line}."),
    };
}
