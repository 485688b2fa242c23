using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Naming;

/// <summary>The tags of every resource that can have some, set in one place: a transformation that sees each resource.</summary>
public sealed class StackTags(StackNames names, StackSettings settings)
{
    public const string Project = "project";
    public const string Stack = "stack";
    public const string Component = "component";
    public const string CostCentre = "costCentre";

    /// <summary>The options of a stack that tags what it registers, before any transformation of <paramref name="options"/> looks.</summary>
    public static StackOptions AddTo(StackOptions? options, StackNames names, StackSettings settings)
    {
        var tagged = new StackOptions { ResourceTransformations = { new StackTags(names, settings).Apply } };
        tagged.ResourceTransformations.AddRange(options?.ResourceTransformations ?? []);
        return tagged;
    }

    private ResourceTransformationResult? Apply(ResourceTransformationArgs args)
    {
        // The provider's generated classes share no interface; what can be tagged has this property.
        var tags = args.Args.GetType().GetProperty("Tags");
        if (tags?.PropertyType != typeof(InputMap<string>))
        {
            return null;
        }

        var component = args.Options.Parent ?? args.Resource;
        tags.SetValue(args.Args, (InputMap<string>)settings.Tags
            .SetItem(Project, names.Project)
            .SetItem(Stack, names.Stack)
            .SetItem(Component, component.GetResourceName())
            .SetItem(CostCentre, settings.CostCentre)
            .ToDictionary());
        return new ResourceTransformationResult(args.Args, args.Options);
    }
}
