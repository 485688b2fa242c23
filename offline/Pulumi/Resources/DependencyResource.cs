namespace Pulumi;

/// <summary>A mock's view of a resource that was given as an input.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base(urn)
    {
    }
}
