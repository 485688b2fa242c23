using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Graph;

/// <summary>A value of a stack's file, as the Pulumi engine reads it.</summary>
internal static partial class ConfigurationValue
{
    // Only a deployment can decrypt it. `pulumi config` shows the same text.
    private const string Secret = "[secret]";

    /// <summary>The value as a program gets it: text unchanged, null as an empty text, anything else as JSON.</summary>
    public static string Text(YamlNode node) => Json(node) switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var json => json.ToJsonString(GraphJson.Unescaped),
    };

    /// <summary>The encrypted parts of a value, as paths for <c>pulumi config --path</c>.</summary>
    /// <param name="path">Of the value itself.</param>
    public static IEnumerable<string> Secrets(string path, YamlNode node) => node switch
    {
        _ when IsSecret(node) => [path],
        YamlMappingNode mapping => mapping.Children.SelectMany(member => Secrets($"{path}[\"{Text(member.Key)}\"]", member.Value)),
        YamlSequenceNode list => list.Children.SelectMany((element, index) => Secrets(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), element)),
        _ => [],
    };

    private static bool IsSecret(YamlNode node) => node is YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode }] };

    private static JsonNode? Json(YamlNode node) => node switch
    {
        _ when IsSecret(node) => Secret,
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(member => KeyValuePair.Create(Text(member.Key), Json(member.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Tag.IsEmpty: true } scalar => Plain(scalar.Value ?? ""),
        _ => ((YamlScalarNode)node).Value,
    };

    // The form of an unquoted text decides its type.
    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when Fraction().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z")]
    private static partial Regex Fraction();
}
