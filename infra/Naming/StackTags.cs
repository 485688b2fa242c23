using System.Collections.Immutable;
using Pulumi;
using Pulumi.AwsNative.Inputs;

namespace WorkoutLog.Infra.Naming;

/// <summary>Sets the tags of every taggable resource, in a transformation that sees each resource.</summary>
public sealed class StackTags(StackNames names, string costCentre, ImmutableSortedDictionary<string, string> others)
{
    public const string Project = "project";
    public const string Stack = "stack";
    public const string Component = "component";
    public const string CostCentre = "costCentre";

    /// <summary>Severity of an alarm, on which a pager can filter.</summary>
    public const string Severity = "severity";

    /// <summary>Stack options that tag every resource, before the transformations of <paramref name="options"/> run.</summary>
    public static StackOptions AddTo(
        StackOptions? options, StackNames names, string costCentre, ImmutableSortedDictionary<string, string> others)
    {
        var tagged = new StackOptions { ResourceTransformations = { new StackTags(names, costCentre, others).Apply } };
        tagged.ResourceTransformations.AddRange(options?.ResourceTransformations ?? []);
        return tagged;
    }

    private ResourceTransformationResult? Apply(ResourceTransformationArgs args)
    {
        // The provider's generated classes share no interface; taggable resources have this property.
        var property = args.Args.GetType().GetProperty("Tags");
        var component = (args.Options.Parent ?? args.Resource).GetResourceName();
        switch (property?.GetValue(args.Args))
        {
            case InputMap<string> own:
                property.SetValue(args.Args, InputMap<string>.Merge(own, Of(component).ToDictionary()));
                break;
            // The form of AwsNative.
            case InputList<TagArgs>:
                property.SetValue(args.Args, (InputList<TagArgs>)Of(component).Select(tag => new TagArgs { Key = tag.Key, Value = tag.Value }).ToArray());
                break;
            default:
                return null;
        }

        return new ResourceTransformationResult(args.Args, args.Options);
    }

    private ImmutableSortedDictionary<string, string> Of(string component) => others
        .SetItem(Project, names.Project)
        .SetItem(Stack, names.Stack)
        .SetItem(Component, component)
        .SetItem(CostCentre, costCentre);
}
