using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Who reaches the API and the functions behind it.</summary>
internal static class ExposureFindings
{
    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.ChangesOf(RestApiType.Token).Where(change => change.After is not null).SelectMany(OfApi),
        .. comparison.ChangesOf(PermissionType.Token).Where(change => change.After is not null).SelectMany(change => OfPermission(comparison, change)),
    ];

    private static IEnumerable<Finding> OfApi(ResourceChange change)
    {
        var before = JsonDocuments.Parse(change.Before?.Inputs["body"]) is { } old && ApiDocument.Is(old) ? ApiDocument.Read(old) : null;
        var after = JsonDocuments.Parse(change.After!.Inputs["body"]) is { } now && ApiDocument.Is(now) ? ApiDocument.Read(now) : null;
        foreach (var route in after?.Routes.Values.OrderBy(route => route.Name, StringComparer.Ordinal) ?? Enumerable.Empty<ApiRoute>())
        {
            var proof = after!.AuthorisationOf(route);
            var former = before?.Routes.GetValueOrDefault(route.Name);
            if (former is null && proof is null)
            {
                yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{route.Name} is open to everybody.");
            }
            else if (former is not null && before!.AuthorisationOf(former) is { } was && was != proof)
            {
                yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{route.Name} takes callers {(proof is null ? "without authorisation" : $"by {proof}")} instead of {was}.");
            }
        }

        if (change.Before is not null && change.IsTurnedOff("disableExecuteApiEndpoint"))
        {
            yield return Finding.Of(FindingKind.PublicExposure, change.After, "The API is also reached at the address that AWS gives it.");
        }
    }

    private static IEnumerable<Finding> OfPermission(Comparison comparison, ResourceChange change)
    {
        var (before, after) = (change.Before?.Inputs, change.After!.Inputs);
        var principal = $"{after["principal"]}";
        var isOfApi = comparison.After.OfType(RestApiType.Token).Any(api => ResourceIdentity.Of(comparison.After, api).IsIn($"{after["sourceArn"]}"));
        // A permission for a route of the stack's own API opens nothing that the API does not guard.
        if (principal == "apigateway.amazonaws.com" && isOfApi)
        {
            yield break;
        }

        if (before is null || $"{before["principal"]}" != principal)
        {
            yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{ValueText.OfText(principal)} may invoke the function.");
        }
        else if (before["sourceArn"] is not null && $"{before["sourceArn"]}" != $"{after["sourceArn"]}")
        {
            yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{ValueText.OfText(principal)} may invoke the function {(after["sourceArn"] is null ? "for anybody" : $"for {ValueText.Of(after["sourceArn"])}")}.");
        }
    }
}
