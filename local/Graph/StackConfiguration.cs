using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Graph;

/// <summary>The configuration of one stack, as the Pulumi engine passes it to a program.</summary>
/// <param name="Values">Key with its namespace to text.</param>
public sealed record StackConfiguration(string Project, string Stack, SortedDictionary<string, string> Values)
{
    /// <summary>Keys in the files that only a deployment uses.</summary>
    public ImmutableArray<string> WithoutEffect { get; init; } = [];

    /// <summary>Empty if unset: the program reports that together with its other errors.</summary>
    public string Region => Values.GetValueOrDefault(SettingKeys.Region, "");

    public ImmutableSortedDictionary<string, string> DefaultTags =>
        Infra.Settings.DefaultTags.Read(Values.GetValueOrDefault(SettingKeys.DefaultTags)) ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads <c>Pulumi.yaml</c> (project and defaults) and <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    /// <exception cref="UserErrorException">A file is missing or is not YAML, or a required value is missing or encrypted.</exception>
    public static StackConfiguration Load(Repository repository, string stack)
    {
        if (!File.Exists(repository.StackFile(stack)))
        {
            throw new UserErrorException($"There is no stack \"{stack}\"; the stacks are {string.Join(", ", repository.Stacks)}.");
        }

        var (project, file) = (Read(repository.ProjectFile), Read(repository.StackFile(stack)));
        var name = project.Children.TryGetValue("name", out var text) ? ConfigurationValue.Text(text) : throw new UserErrorException("Pulumi.yaml has no name.");
        var nodes = new SortedDictionary<string, YamlNode?>(StringComparer.Ordinal);
        foreach (var (key, value) in Mapping(project, name).Select(declaration => (declaration.Key, Declared(declaration.Value))).Concat(Mapping(file, name)))
        {
            nodes[key] = value;
        }

        var faults = nodes.SelectMany(node =>
            node.Value is null ? [$"{node.Key} is not set, and Pulumi.yaml has no default. Fix: pulumi config set {node.Key} VALUE --stack {stack}"]
            : IsOwn(node.Key) || node.Key is SettingKeys.Region or SettingKeys.NativeRegion ? ConfigurationValue.Secrets(node.Key, node.Value).Select(path =>
                $"{path} is encrypted, and a local command can't decrypt it. Fix: pulumi config set --path '{path}' \"$(pulumi config get --path '{path}' --stack {stack})\" --plaintext --stack {stack}")
            : []).ToArray();
        if (faults.Length > 0)
        {
            throw new UserErrorException(string.Join(Environment.NewLine, faults));
        }

        // Environments are values that Pulumi's service keeps.
        var foreign = nodes.Keys.Where(key => !IsOwn(key) && !SettingKeys.OfProviders.Contains(key)).Concat(file.Children.ContainsKey("environment") ? ["environment"] : []);
        var values = nodes.ToDictionary(node => node.Key, node => ConfigurationValue.Text(node.Value!), StringComparer.Ordinal);
        return new StackConfiguration(name, stack, new SortedDictionary<string, string>(values, StringComparer.Ordinal)) { WithoutEffect = [.. foreign] };

        bool IsOwn(string key) => key.StartsWith($"{name}:", StringComparison.Ordinal);
    }

    /// <summary>The input of <see cref="SettingsValidator"/>: the project's keys without the namespace, and those of providers.</summary>
    public Dictionary<string, string> SettingTexts()
    {
        var prefix = $"{Project}:";
        return Values.Where(value => SettingKeys.OfProviders.Contains(value.Key) || value.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(value => value.Key.StartsWith(prefix, StringComparison.Ordinal) ? value.Key[prefix.Length..] : value.Key, value => value.Value, StringComparer.Ordinal);
    }

    /// <summary>A copy with some values replaced or added.</summary>
    /// <param name="overrides">Key, with or without the project's namespace, to text.</param>
    public StackConfiguration With(IEnumerable<KeyValuePair<string, string>> overrides)
    {
        var values = new SortedDictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (key, value) in overrides)
        {
            values[FullKey(Project, key)] = value;
        }

        return this with { Values = values };
    }

    private static string FullKey(string project, string key) => key.Split(':') switch
    {
        [var own] => $"{project}:{own}",
        [_, _] => key,
        [var space, "config", var own] => $"{space}:{own}",
        _ => throw new UserErrorException($"\"{key}\" is not a configuration key; allowed: namespace:key, or a key of {project} alone."),
    };

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

        return yaml.Documents switch
        {
            [{ RootNode: YamlMappingNode mapping }] => mapping,
            // As Pulumi reads a stack without settings.
            [] or [{ RootNode: YamlScalarNode { Value: null or "" } }] => [],
            _ => throw new UserErrorException($"{Path.GetFileName(file)} must hold one mapping of keys to values."),
        };
    }

    private static IEnumerable<(string Key, YamlNode? Value)> Mapping(YamlMappingNode file, string project) =>
        file.Children.TryGetValue("config", out var node) && node is YamlMappingNode mapping
            ? mapping.Children.Select(child => (FullKey(project, ConfigurationValue.Text(child.Key)), (YamlNode?)child.Value))
            : [];

    // The project's own keys have a default, the others a value; both can be given directly.
    private static YamlNode? Declared(YamlNode? declaration) =>
        declaration is not YamlMappingNode mapping ? declaration
        : mapping.Children.TryGetValue("value", out var value) || mapping.Children.TryGetValue("default", out value) ? value
        : null;
}
