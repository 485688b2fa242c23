using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What clients of the API notice.</summary>
internal static class ApiFindings
{
    private const string Domain = "aws:apigateway/domainName:DomainName";

    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.ChangedOf(RestApiType.Token).SelectMany(OfBody),
        .. comparison.Changes.Where(change => change.Removes && !change.IsRetained).SelectMany(OfRemoved),
    ];

    private static IEnumerable<Finding> OfBody(ResourceChange change)
    {
        if (JsonDocuments.Parse(change.Before!.Inputs["body"]) is not { } before || !ApiDocument.Is(before)
            || JsonDocuments.Parse(change.After!.Inputs["body"]) is not { } after || !ApiDocument.Is(after))
        {
            return [];
        }

        return ApiDifferences.Between(ApiDocument.Read(before), ApiDocument.Read(after))
            .Where(difference => difference.Breaks)
            .Select(difference => Finding.Of(
                FindingKind.ApiBreak, change.After, difference.Sign == Sign.Removed && difference.Text.StartsWith('→')
                    ? $"{difference.Route} goes."
                    : $"{difference.Route}: {difference.Text}{(difference.Sign switch { Sign.Added => " (new)", Sign.Removed => " (gone)", _ => "" })}."));
    }

    private static Finding[] OfRemoved(ResourceChange change)
    {
        var (old, deleted) = (change.Before!, change.Operation == Operation.Delete);
        return old.Type switch
        {
            RestApiType.Token => [Finding.Of(FindingKind.Interruption, change.Resource, deleted ? "The API goes, with its address." : "The API gets another address; the one that clients know answers no more.")],
            StageType.Token or Domain or FunctionType.Token or LambdaAliasType.Token when deleted || change.DeletedFirst =>
                [Finding.Of(FindingKind.Interruption, change.Resource, $"The {old.Noun()} goes{(deleted ? "" : " before the new one is there")}; calls to it fail {(deleted ? "from then on" : "meanwhile")}.")],
            _ => [],
        };
    }
}
