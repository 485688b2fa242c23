using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Compares two descriptions of the API, route by route, as a client sees them.</summary>
internal static class ApiDifferences
{
    public static ImmutableArray<ApiDifference> Between(ApiDocument before, ApiDocument after) =>
    [
        .. before.Routes.Keys.Union(after.Routes.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => (before.Routes.GetValueOrDefault(name), after.Routes.GetValueOrDefault(name)) switch
            {
                (null, { } added) => [new ApiDifference(name, Sign.Added, $"→ {added.Target}, {Authorisation(after, added)}", Breaks: false)],
                ({ } removed, null) => [new ApiDifference(name, Sign.Removed, $"→ {removed.Target}", Breaks: true)],
                ({ } old, { } now) => InOne(before, old, after, now),
                _ => [],
            }),
    ];

    /// <summary>The words for how a route's callers prove who they are.</summary>
    public static string Authorisation(ApiDocument document, ApiRoute route) => document.AuthorisationOf(route) ?? "without authorisation";

    private static IEnumerable<ApiDifference> InOne(ApiDocument before, ApiRoute old, ApiDocument after, ApiRoute now)
    {
        if (old.Target != now.Target)
        {
            yield return new ApiDifference(now.Name, Sign.Changed, $"integration {old.Target} → {now.Target}", Breaks: true);
        }

        var (proof, newProof) = (Authorisation(before, old), Authorisation(after, now));
        if (proof != newProof)
        {
            yield return new ApiDifference(now.Name, Sign.Changed, $"authorisation {proof} → {newProof}", Breaks: before.AuthorisationOf(old) is null);
        }

        foreach (var difference in Parameters(old, now).Concat(Bodies(before, old, after, now)).Concat(Answers(before, old, after, now)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<ApiDifference> Parameters(ApiRoute old, ApiRoute now)
    {
        var (before, after) = (old.Parameters.ToDictionary(named => named.Name), now.Parameters.ToDictionary(named => named.Name));
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (IsRequired(before.GetValueOrDefault(name).Parameter), IsRequired(after.GetValueOrDefault(name).Parameter));
            if (!before.ContainsKey(name))
            {
                yield return new ApiDifference(now.Name, Sign.Added, $"parameter {name}{(isNow ? ", required" : "")}", Breaks: isNow);
            }
            else if (!after.ContainsKey(name))
            {
                yield return new ApiDifference(now.Name, Sign.Removed, $"parameter {name}", Breaks: true);
            }
            else if (was != isNow)
            {
                yield return new ApiDifference(now.Name, Sign.Changed, $"parameter {name} {(isNow ? "is now required" : "is no longer required")}", Breaks: isNow);
            }
        }
    }

    private static bool IsRequired(JsonObject? parameter) => parameter?["required"]?.GetValue<bool>() ?? false;

    private static IEnumerable<ApiDifference> Bodies(ApiDocument before, ApiRoute old, ApiDocument after, ApiRoute now)
    {
        var (was, isNow) = (IsRequired(old.Operation["requestBody"] as JsonObject), IsRequired(now.Operation["requestBody"] as JsonObject));
        if (was != isNow)
        {
            yield return new ApiDifference(now.Name, Sign.Changed, $"the body {(isNow ? "is now required" : "is no longer required")}", Breaks: isNow);
        }

        foreach (var difference in Contents(before, old.Operation["requestBody"], after, now.Operation["requestBody"], isRequest: true))
        {
            yield return new ApiDifference(now.Name, difference.Sign, $"request {difference.Text}", difference.Breaks);
        }
    }

    private static IEnumerable<ApiDifference> Answers(ApiDocument before, ApiRoute old, ApiDocument after, ApiRoute now)
    {
        var (was, isNow) = (old.Operation["responses"] as JsonObject ?? [], now.Operation["responses"] as JsonObject ?? []);
        foreach (var status in was.Select(answer => answer.Key).Union(isNow.Select(answer => answer.Key)).Order(StringComparer.Ordinal))
        {
            if (!isNow.ContainsKey(status))
            {
                yield return new ApiDifference(now.Name, Sign.Removed, $"answer {status}", Breaks: status.StartsWith('2'));
            }
            else if (!was.ContainsKey(status))
            {
                yield return new ApiDifference(now.Name, Sign.Added, $"answer {status}", Breaks: false);
            }
            else
            {
                foreach (var difference in Contents(before, was[status], after, isNow[status], isRequest: false))
                {
                    yield return new ApiDifference(now.Name, difference.Sign, $"answer {status} {difference.Text}", difference.Breaks);
                }
            }
        }
    }

    private static IEnumerable<SchemaDifference> Contents(ApiDocument before, JsonNode? old, ApiDocument after, JsonNode? now, bool isRequest)
    {
        var (was, isNow) = (old?["content"] as JsonObject ?? [], now?["content"] as JsonObject ?? []);
        foreach (var type in was.Select(content => content.Key).Union(isNow.Select(content => content.Key)).Order(StringComparer.Ordinal))
        {
            if (!isNow.ContainsKey(type) || !was.ContainsKey(type))
            {
                var removed = !isNow.ContainsKey(type);
                yield return new SchemaDifference(removed ? Sign.Removed : Sign.Added, $"as {type}", Breaks: removed);
                continue;
            }

            foreach (var difference in SchemaDifferences.Between(before, was[type]?["schema"], after, isNow[type]?["schema"], isRequest))
            {
                yield return difference;
            }
        }
    }
}
