using Pulumi;

namespace WorkoutLog.Local.Graph;

/// <summary>URNs as an engine gives them, with the types of all components above; a mock's URN keeps only the outermost one.</summary>
internal sealed class GraphUrns(string project, string stack, IReadOnlyDictionary<Resource, Resource?> parents)
{
    public string Of(Resource resource) => $"urn:pulumi:{stack}::{project}::{TypeOf(resource)}::{resource.GetResourceName()}";

    private string TypeOf(Resource resource) => parents[resource] is { } parent and not Stack
        ? $"{TypeOf(parent)}${resource.GetResourceType()}"
        : resource.GetResourceType();
}
