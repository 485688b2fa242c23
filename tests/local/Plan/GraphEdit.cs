using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary>Changes real graphs, and makes plans of them.</summary>
internal static class GraphEdit
{
    private const double LogsPerDay = 3_000;

    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <param name="waivers">Of the stack as it will be.</param>
    public static DeploymentPlan Plan(ResourceGraph? before, ResourceGraph after, params Waiver[] waivers) =>
        DeploymentPlan.Of(before, after, "before.json", LogsPerDay, waivers, Today);

    public static ResourceGraph Copy(this ResourceGraph graph) => GraphJson.Read(GraphJson.Write(graph));

    public static GraphResource Find(this ResourceGraph graph, string type, string name) =>
        graph.Resources.Single(resource => resource.Name == name && resource.Type.EndsWith($":{type}", StringComparison.Ordinal));

    public static GraphResource Copy(this GraphResource resource) => resource with { Inputs = resource.Inputs.DeepClone().AsObject() };

    /// <param name="type">The last part of the type token.</param>
    public static ResourceGraph WithInputs(this ResourceGraph graph, string type, string name, Action<JsonObject> change)
    {
        var copy = graph.Copy();
        change(copy.Find(type, name).Inputs);
        return copy;
    }

    /// <summary>Changes a JSON document that an input holds.</summary>
    public static ResourceGraph WithDocument(this ResourceGraph graph, string type, string name, string input, Action<JsonObject> change) =>
        graph.WithInputs(type, name, inputs =>
        {
            var document = JsonNode.Parse(inputs[input]!.GetValue<string>())!.AsObject();
            change(document);
            inputs[input] = document.ToJsonString();
        });

    public static ResourceGraph With(this ResourceGraph graph, string type, string name, Func<GraphResource, GraphResource> change)
    {
        var resource = graph.Find(type, name);
        return graph with { Resources = [.. graph.Resources.Select(each => each == resource ? change(each) : each)] };
    }

    public static ResourceGraph WithOptions(this ResourceGraph graph, string type, string name, Func<GraphOptions, GraphOptions> change) =>
        graph.With(type, name, resource => resource with { Options = change(resource.Options) });

    public static ResourceGraph Without(this ResourceGraph graph, string type, string name)
    {
        var resource = graph.Find(type, name);
        return graph with { Resources = [.. graph.Resources.Where(each => each != resource)] };
    }
}
