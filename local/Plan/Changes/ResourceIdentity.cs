namespace WorkoutLog.Local.Plan.Changes;

/// <summary>
/// The parts of names and ids that AWS or Pulumi generates for one resource. A resource with one of them in its inputs uses an
/// output of that resource. A replaced resource gets new ones.
/// </summary>
internal sealed record ResourceIdentity(ImmutableArray<string> Tokens)
{
    /// <param name="graph">The resource's graph: project and stack are part of the generated names.</param>
    public static ResourceIdentity Of(ResourceGraph graph, GraphResource resource)
    {
        var names = new AwsNames(graph.Project, graph.Stack, Region: "");
        string[] made =
        [
            names.AutoName(resource.Type, resource.Name), names.ShortId(resource.Type, resource.Name), names.Uuid(resource.Type, resource.Name),
        ];
        var outputs = resource.Outputs.ToJsonString(GraphJson.Unescaped);
        return new ResourceIdentity([.. made.Where(token => outputs.Contains(token, StringComparison.Ordinal))]);
    }

    public bool IsIn(string text) => Tokens.Any(token => text.Contains(token, StringComparison.Ordinal));

    /// <summary>The texts below a node that carry an output of the resource.</summary>
    public IEnumerable<PropertyPath> PlacesIn(JsonObject inputs) => PlacesIn(PropertyPath.Root, inputs);

    private IEnumerable<PropertyPath> PlacesIn(PropertyPath path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => PlacesIn(path.Member(member.Key), member.Value)),
        JsonArray list => list.Any(element => element is not null && IsIn(element.ToJsonString(GraphJson.Unescaped))) ? [path] : [],
        JsonValue value when value.TryGetValue<string>(out var text) && IsIn(text) => [path],
        _ => [],
    };
}
