namespace WorkoutLog.Local.Runner;

/// <summary>Finds declared features that have no effect in a local run.</summary>
public static class WithoutEffect
{
    private const string BinaryMediaTypes = "x-amazon-apigateway-binary-media-types";

    /// <returns>A line for each type that is not emulated, then one for each input of an emulated resource.</returns>
    /// <exception cref="UserErrorException">The stack has a resource of an unknown type.</exception>
    public static ImmutableArray<string> Find(ResourceGraph graph, JsonObject apiDocument)
    {
        var resources = AwsResourceTypes.Of(graph);
        return
        [
            .. resources.GroupBy(resource => resource.Type)
                .OrderBy(type => type.Key.TypeToken, StringComparer.Ordinal)
                .Where(type => type.Key.Emulation is Emulation.Unsupported)
                .Select(type => $"{type.Key.TypeToken} ({type.Count()}): {((Emulation.Unsupported)type.Key.Emulation).Reason}"),
            .. from type in resources.Select(resource => resource.Type).Distinct()
               where type.Emulation is Emulation.Supported
               from feature in ((Emulation.Supported)type.Emulation).WithoutEffect
               where graph.OfType(type.TypeToken).Any(resource => resource.Inputs[feature.Input] is not null)
               orderby $"{type.TypeToken} {feature.Input}"
               select $"{type.TypeToken} {feature.Input}: {feature.Effect}",
            .. apiDocument.ContainsKey(BinaryMediaTypes) ? [$"{BinaryMediaTypes}: bodies are taken as text"] : Array.Empty<string>(),
            .. RolesWithoutFunction(graph),
            .. MemoryMeter.IsSupported ? [] : new[] { $"{FunctionType.Token} memorySize: passed to the function, not enforced on this system" },
        ];
    }

    // Function roles work regardless of whom they trust; all other roles belong to services that a run does not emulate.
    private static IEnumerable<string> RolesWithoutFunction(ResourceGraph graph)
    {
        var acting = FunctionRole.Actors(graph).Select(actor => actor.RoleArn).ToHashSet();
        return graph.OfType(RoleType.Token).Where(role => !acting.Contains(role.Outputs.Text("arn")))
            .Select(role => $"{RoleType.Token} {role.Name}: nothing here acts in this role");
    }
}
