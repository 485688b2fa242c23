using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Base;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary>Edits real graphs, and makes plans of them.</summary>
internal static partial class GraphEdit
{
    private const double LogsPerDay = 3_000;

    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <param name="waivers">Of the stack as it will be.</param>
    public static DeploymentPlan Plan(ResourceGraph? before, ResourceGraph after, params Waiver[] waivers) =>
        DeploymentPlan.Of(new BaseGraph("before.json", before), after, LogsPerDay, waivers, Today);

    /// <param name="type">The last part of the type token.</param>
    public static GraphResource Find(this ResourceGraph graph, string type, string name) =>
        graph.Resources.Single(resource => resource.Name == name && resource.Type.EndsWith($":{type}", StringComparison.Ordinal));

    /// <summary>Whether it belongs to the component that publishes events, or is that component.</summary>
    public static bool IsOfEvents(this GraphResource resource) =>
        $"{resource.Parent} {resource.Urn} ".Contains("workoutlog:index:WorkoutEvents::events ", StringComparison.Ordinal);

    /// <summary>A copy of the graph, changed.</summary>
    /// <param name="edits">
    /// <c>- Type name</c> removes a resource, <c>Type name path -</c> one of its inputs, and <c>Type name path = value</c> sets an input to a JSON value or, after
    /// <c>$</c>, to the value at another path. <c>[+]</c> appends to a list, <c>[key=value]</c> is the element that has it; <c>&gt;</c> enters a document that is
    /// a text, <c>:</c> a member of the resource outside its inputs. Edits are separated by <c> ; </c>.
    /// </param>
    public static ResourceGraph Edit(this ResourceGraph graph, string edits)
    {
        var json = JsonNode.Parse(GraphJson.Write(graph))!;
        var resources = json["resources"]!.AsArray();
        foreach (var words in edits.Split(" ; ").Select(edit => edit.Split(' ', 3)))
        {
            if (words is ["-", var gone, var called])
            {
                resources.Remove(Resource(gone, called));
                continue;
            }

            var (path, value) = words[2].EndsWith(" -", StringComparison.Ordinal) ? (words[2][..^2], null) : words[2].Split(" = ", 2) is [var left, var right] ? (left, right) : default;
            Set(Resource(words[0], words[1]), path.StartsWith(':') ? path[1..] : $"inputs.{path}", value);
        }

        return GraphJson.Read(json.ToJsonString());

        JsonNode Resource(string type, string name) =>
            resources.Single(resource => $"{resource!["name"]}" == name && $"{resource["type"]}".EndsWith($":{type}", StringComparison.Ordinal))!;
    }

    private static void Set(JsonNode root, string path, string? value)
    {
        if (path.Split('>', 2) is [var outer, var inner])
        {
            var document = JsonNode.Parse($"{At(root, Steps(outer))}")!;
            Set(document, inner, value);
            Set(root, outer, JsonSerializer.Serialize(document.ToString()));
            return;
        }

        var steps = Steps(path);
        var to = value is ['$', .. var from] ? At(root, Steps(from))!.DeepClone() : value is null ? null : JsonNode.Parse(value);
        switch (At(root, steps[..^1]))
        {
            case JsonArray list when steps[^1] == "+":
                list.Add(to);
                break;
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(steps[^1], CultureInfo.InvariantCulture));
                break;
            case JsonObject members when value is null:
                Assert.True(members.Remove(steps[^1]), $"There is no {path}.");
                break;
            case var members:
                members![steps[^1]] = to;
                break;
        }
    }

    private static JsonNode? At(JsonNode root, string[] steps) => steps.Aggregate((JsonNode?)root, (node, step) => (node, step.Split('=')) switch
    {
        (JsonArray list, [var key, var wanted]) => list.Single(element => $"{element![key]}" == wanted),
        (JsonArray list, _) => list[int.Parse(step, CultureInfo.InvariantCulture)],
        _ => node![step],
    });

    private static string[] Steps(string path) => [.. Step().Matches(path).Select(match => match.Value)];

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step();
}
