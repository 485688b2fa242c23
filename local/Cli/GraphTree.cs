using Spectre.Console;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary>The graph for people: a tree by parent, one line a resource.</summary>
internal static class GraphTree
{
    public static void Write(ResourceGraph graph)
    {
        var console = People.Console();
        var tree = new Tree($"[bold]{Markup.Escape($"{graph.Project}-{graph.Stack}")}[/]") { Guide = TreeGuide.Line };
        Add(tree, graph, parent: null);
        console.Write(tree);
        foreach (var (name, value) in graph.Outputs)
        {
            console.MarkupLineInterpolated($"  {name}: [blue]{value?.ToString() ?? "null"}[/]");
        }

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
        var facts = string.Join("  ", ResourceFacts.Of(resource));
        return $"[{style}]{Markup.Escape(resource.Name)}[/] [grey]{Markup.Escape(kind)}[/]  {Markup.Escape(facts)}".TrimEnd();
    }
}
