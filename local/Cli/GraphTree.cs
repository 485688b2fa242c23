using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Local.Cli;

/// <summary>The graph as a tree by parent, one line per resource.</summary>
internal static class GraphTree
{
    private const string Tagged = "◆";

    public static void Write(ResourceGraph graph, IAnsiConsole console)
    {
        var tree = new Tree($"[bold]{Markup.Escape($"{graph.Project}-{graph.Stack}")}[/]") { Guide = TreeGuide.Line };
        Add(tree, graph, parent: null);
        console.Write(tree);
        foreach (var (name, value) in graph.Outputs.SelectMany(Lines))
        {
            console.MarkupLineInterpolated($"  {name}: [blue]{value}[/]");
        }

        console.MarkupLineInterpolated($"[grey]{Tagged} tagged: {string.Join(", ", CommonTags(graph).Append("component=<its component>"))}[/]");
        var components = graph.Resources.Count(resource => resource.Component);
        console.MarkupLineInterpolated($"{graph.Resources.Count - components} resources in {components} components");
    }

    private static void Add(IHasTreeNodes node, ResourceGraph graph, string? parent)
    {
        foreach (var resource in graph.Resources.Where(resource => resource.Parent == parent))
        {
            var child = node.AddNode(Line(resource));
            Add(child, graph, resource.Urn);
        }
    }

    private static string Line(GraphResource resource)
    {
        var type = resource.Type.Split(':');
        var kind = resource.Component ? type[^1] : $"{type[0]}:{type[1].Split('/')[0]}:{type[^1]}";
        var style = resource.Component ? "bold" : "default";
        var facts = string.Join(" · ", AwsResourceTypes.Facts(resource));
        var tagged = resource.Inputs["tags"] is null ? "" : Tagged;
        return $"[{style}]{Markup.Escape(resource.Name)}[/] [grey]{Markup.Escape(kind)}[/] {tagged}  {Markup.Escape(facts)}".TrimEnd();
    }

    private static IEnumerable<(string Name, string Value)> Lines(KeyValuePair<string, JsonNode?> output) => output.Value is JsonObject map
        ? map.Select(member => ($"{output.Key}[{member.Key}]", $"{member.Value}"))
        : [(output.Key, output.Value?.ToString() ?? "null")];

    private static IEnumerable<string> CommonTags(ResourceGraph graph) =>
        graph.Resources.Select(resource => resource.Tags()).OfType<JsonObject>().FirstOrDefault() is { } tags
            ? tags.Where(tag => tag.Key != StackTags.Component).Select(tag => $"{tag.Key}={tag.Value}")
            : [];
}
