namespace Pulumi;

public class StackOptions
{
    private List<ResourceTransformation>? _resourceTransformations;

    /// <summary>Applied to the stack itself and to every resource, after the resource's own and its parents'.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }
}
