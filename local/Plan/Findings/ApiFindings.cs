namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Access to the API and its functions, and changes that break clients.</summary>
internal static class ApiFindings
{
    public static IEnumerable<Finding> Of(GraphDifference difference) =>
    [
        .. difference.ChangesOf(RestApiType.Token).Where(change => change.After is not null).SelectMany(OfRoutes),
        .. difference.ChangesOf(PermissionType.Token).Where(change => change.After is not null).SelectMany(change => OfPermission(difference, change)),
    ];

    private static IEnumerable<Finding> OfRoutes(ResourceChange change)
    {
        if (ApiDocument.Find(change.After!.Inputs.Document("body")) is not { } after)
        {
            return [];
        }

        var before = ApiDocument.Find(change.Before?.Inputs.Document("body"));
        return
        [
            .. after.Routes.Values.OrderBy(route => route.Name, StringComparer.Ordinal)
                .Select(route => Exposure(before, before?.Routes.GetValueOrDefault(route.Name), after, route))
                .OfType<string>()
                .Select(what => Finding.Of(FindingKind.PublicExposure, change.After, what)),
            .. after.Origins.Except(before?.Origins ?? []).ToArray() is { Length: > 0 } origins
                ? [Finding.Of(FindingKind.CrossOrigin, change.After, $"Pages from {string.Join(", ", origins)} may call it from a browser.")]
                : (Finding[])[],
            .. (before is null ? [] : ApiDifferences.Between(before, after).Where(one => one.Difference.Breaks))
                .Select(one => Finding.Of(FindingKind.ApiBreak, change.After, Break(one.Route, one.Difference))),
        ];
    }

    private static string? Exposure(ApiDocument? before, ApiRoute? former, ApiDocument after, ApiRoute route)
    {
        var proof = after.AuthorisationOf(route);
        return former is null
            ? proof is null ? $"{route.Name} is open to everybody." : null
            : before!.AuthorisationOf(former) is { } was && was != proof
                ? $"{route.Name} accepts callers {(proof is null ? "without authorisation" : $"with {proof}")} instead of {was}."
                : null;
    }

    private static string Break(string route, DocumentLine difference) => difference.Sign switch
    {
        Sign.Removed when difference.Text.StartsWith('→') => $"{route} is removed.",
        Sign.Added => $"{route}: {difference.Text} (new).",
        Sign.Removed => $"{route}: {difference.Text} (removed).",
        _ => $"{route}: {difference.Text}.",
    };

    private static IEnumerable<Finding> OfPermission(GraphDifference difference, ResourceChange change)
    {
        var (before, after) = (change.Before?.Inputs, change.After!.Inputs);
        var principal = after.Word("principal");
        var isOfApi = difference.After.OfType(RestApiType.Token).Any(api => ResourceIdentity.Of(difference.After, api).IsIn(after.Word("sourceArn")));
        // A permission for a route of the stack's own API is guarded by the API.
        if (principal == "apigateway.amazonaws.com" && isOfApi)
        {
            yield break;
        }

        if (before is null || before.Word("principal") != principal)
        {
            yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{ValueText.OfText(principal)} may invoke the function.");
        }
        else if (before["sourceArn"] is not null && before.Word("sourceArn") != after.Word("sourceArn"))
        {
            yield return Finding.Of(FindingKind.PublicExposure, change.After, $"{ValueText.OfText(principal)} may invoke the function {(after["sourceArn"] is null ? "from any source" : $"from {ValueText.Of(after["sourceArn"])}")}.");
        }
    }
}
