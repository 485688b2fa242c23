namespace WorkoutLog.Local.Plan.Changes;

/// <summary>
/// The parts of names and ids that AWS or Pulumi would make up for one resource. What holds one of them in its inputs carries an
/// output of that resource, and a resource that is replaced gets others.
/// </summary>
internal sealed record ResourceIdentity(ImmutableArray<string> Tokens)
{
    /// <param name="graph">That the resource is in: project and stack are part of what is made up.</param>
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
