using System.Collections.Immutable;
using System.Net;

namespace WorkoutLog.Local.Runner.Api;

internal static class QueryString
{
    /// <returns>Decoded names in the order of their first appearance, each with its decoded values in order.</returns>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Parse(string rawQuery) =>
    [
        .. rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => WebUtility.UrlDecode(pair[0]), pair => pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : "", StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name.Key, name.ToImmutableArray())),
    ];
}
