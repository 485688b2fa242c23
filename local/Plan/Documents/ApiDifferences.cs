namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Compares two descriptions of the API, route by route, as a client sees them.</summary>
internal static class ApiDifferences
{
    public static IEnumerable<(string Route, DocumentLine Difference)> Between(ApiDocument before, ApiDocument after) =>
        Counterparts.Of(before.Routes, after.Routes).SelectMany(
            route => (route.Before, route.After) switch
            {
                (null, { } added) => [new DocumentLine(Sign.Added, $"→ {added.Target}, {Authorisation(after, added)}")],
                ({ } removed, null) => [new DocumentLine(Sign.Removed, $"→ {removed.Target}", Breaks: true)],
                ({ } old, { } now) => InOne(before, old, after, now),
                _ => [],
            },
            (route, difference) => (route.Name, difference));

    /// <summary>A route's type of authorisation, as text.</summary>
    private static string Authorisation(ApiDocument document, ApiRoute route) => document.AuthorisationOf(route) ?? "without authorisation";

    private static IEnumerable<DocumentLine> InOne(ApiDocument before, ApiRoute old, ApiDocument after, ApiRoute now)
    {
        var (proof, newProof) = (Authorisation(before, old), Authorisation(after, now));
        return
        [
            .. old.Target == now.Target ? [] : (DocumentLine[])[new(Sign.Changed, $"integration {old.Target} → {now.Target}", Breaks: true)],
            .. proof == newProof ? [] : (DocumentLine[])[new(Sign.Changed, $"authorisation {proof} → {newProof}", Breaks: before.AuthorisationOf(old) is null)],
            .. Counterparts.Of(old.Parameters, now.Parameters).SelectMany(parameter => Parameter($"parameter {parameter.Name}", parameter.Before, parameter.After)),
            .. Requirement("the body", old.Body, now.Body),
            .. Contents("request", before, old.Body, after, now.Body),
            .. Counterparts.Of(old.Answers, now.Answers).SelectMany(answer => (answer.Before, answer.After) switch
            {
                (_, null) => [new(Sign.Removed, $"response {answer.Name}", Breaks: answer.Name.StartsWith('2'))],
                (null, _) => [new(Sign.Added, $"response {answer.Name}")],
                var (was, isNow) => Contents($"response {answer.Name}", before, was as JsonObject, after, isNow as JsonObject),
            }),
        ];
    }

    private static DocumentLine[] Parameter(string name, JsonObject? before, JsonObject? after) =>
        before is null ? [new(Sign.Added, $"{name}{(after!.Flag("required") ? ", required" : "")}", Breaks: after!.Flag("required"))]
        : after is null ? [new(Sign.Removed, name, Breaks: true)]
        : Requirement(name, before, after);

    // A new requirement breaks requests.
    private static DocumentLine[] Requirement(string what, JsonObject? before, JsonObject? after) =>
        (before?.Flag("required") ?? false, after?.Flag("required") ?? false) switch
        {
            (false, true) => [new(Sign.Changed, $"{what} is now required", Breaks: true)],
            (true, false) => [new(Sign.Changed, $"{what} is no longer required")],
            _ => [],
        };

    private static IEnumerable<DocumentLine> Contents(string what, ApiDocument before, JsonObject? old, ApiDocument after, JsonObject? now) =>
        Counterparts.Of(old?["content"] as JsonObject ?? [], now?["content"] as JsonObject ?? []).SelectMany(content => (content.Before, content.After) switch
        {
            // A client does not notice that its request is no longer described.
            (_, null) => [new(Sign.Removed, $"{what} as {content.Name}", Breaks: what != "request")],
            (null, _) => [new(Sign.Added, $"{what} as {content.Name}")],
            var (was, isNow) => SchemaDifferences.Between(before, was!["schema"], after, isNow!["schema"], isRequest: what == "request")
                .Select(difference => difference with { Text = $"{what} {difference.Text}" }),
        });
}
