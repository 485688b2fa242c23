namespace Pulumi;

/// <param name="Custom">A provider's resource, not a component.</param>
/// <param name="Parent">The parent in the options, or the stack if none is given.</param>
internal sealed record ResourceRegistration(
    Resource Resource, bool Custom, ResourceArgs Args, ResourceOptions Options, Resource? Parent)
{
    public string Label => $"resource:{Resource.GetResourceName()}[{Resource.GetResourceType()}]";
}
