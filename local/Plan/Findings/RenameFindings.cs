using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>A resource that seems to have got another name only.</summary>
internal static class RenameFindings
{
    public static IEnumerable<Finding> Of(Comparison comparison) =>
        from gone in comparison.Changes
        where gone.Operation == Operation.Delete && AwsResourceTypes.Find(gone.Before!.Type)?.Replacement.Holds is not null
        let heir = comparison.Changes.FirstOrDefault(change => change.Operation == Operation.Create && change.After!.Type == gone.Before!.Type
            && (change.After.Parent == gone.Before.Parent || IsAlike(change, gone)))
        where heir is not null
        select Finding.Of(
            FindingKind.Rename,
            heir.After!,
            $"It is made anew and {gone.Before!.Name} is deleted. If it is the same {gone.Before.Noun()} under another name, keep it with the option Aliases = {{ new Alias {{ Urn = \"{gone.Before.Urn}\" }} }}.");

    // Tags name the component, which may have got another name too.
    private static bool IsAlike(ResourceChange created, ResourceChange deleted) =>
        PropertyDifferences.Between(deleted.Before!.Inputs, created.After!.Inputs).All(property => property.Path.Input == "tags");
}
