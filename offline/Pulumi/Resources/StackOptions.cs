namespace Pulumi;

public class StackOptions
{
    private List<ResourceTransformation>? _resourceTransformations;

    /// <summary>They see the stack itself and, after its own and its parents', every resource.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }
}
