namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Compares two policies, statement by statement.</summary>
internal static class PolicyDifferences
{
    private static readonly ImmutableArray<string> _lists = ["Action", "NotAction", "Resource", "NotResource"];

    public static ImmutableArray<DocumentLine> Between(JsonObject before, JsonObject after)
    {
        var (old, now) = (Named(before), Named(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).SelectMany(name => Between(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    private static IEnumerable<DocumentLine> Between(string name, JsonObject? old, JsonObject? now)
    {
        if (old is null || now is null)
        {
            yield return new DocumentLine(old is null ? Sign.Added : Sign.Removed, $"statement {name}: {PolicyFacts.OfStatement((now ?? old)!)}");
            yield break;
        }

        foreach (var member in old.Select(one => one.Key).Union(now.Select(one => one.Key), StringComparer.Ordinal).Where(member => !JsonNode.DeepEquals(old[member], now[member])))
        {
            if (_lists.Contains(member))
            {
                foreach (var line in Listed(name, member, Texts(old[member]), Texts(now[member])))
                {
                    yield return line;
                }
            }
            else
            {
                yield return new DocumentLine(Sign.Changed, $"statement {name}: {member} {ValueText.Change(old[member], now[member])}");
            }
        }
    }

    private static IEnumerable<DocumentLine> Listed(string name, string member, ImmutableArray<string> old, ImmutableArray<string> now) =>
    [
        .. now.Except(old).Select(text => new DocumentLine(Sign.Added, $"statement {name}: {member} {ValueText.OfText(text)}")),
        .. old.Except(now).Select(text => new DocumentLine(Sign.Removed, $"statement {name}: {member} {ValueText.OfText(text)}")),
    ];

    // By its Sid, else by its place.
    private static Dictionary<string, JsonObject> Named(JsonObject policy) => Statements(policy)
        .Select((statement, index) => (Name: statement["Sid"]?.ToString() ?? $"{index + 1}", Statement: statement))
        .DistinctBy(named => named.Name)
        .ToDictionary(named => named.Name, named => named.Statement, StringComparer.Ordinal);

    // A policy may have a single statement outside a list.
    private static IEnumerable<JsonObject> Statements(JsonObject policy) => policy["Statement"] switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };

    private static ImmutableArray<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(item => $"{item}")],
        null => [],
        _ => [node.ToString()],
    };
}
