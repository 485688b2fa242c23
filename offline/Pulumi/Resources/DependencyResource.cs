namespace Pulumi;

/// <summary>What a mock sees where a resource was given as an input.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base(urn)
    {
    }
}
