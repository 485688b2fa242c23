namespace WorkoutLog.Local.Plan.Changes;

/// <summary>The option <c>ignoreChanges</c>: values at its paths stay, whatever the program sets.</summary>
internal static class IgnoredChanges
{
    /// <returns>The inputs that Pulumi gives to the provider.</returns>
    public static JsonObject Apply(JsonObject before, JsonObject after, IEnumerable<string> paths)
    {
        var result = after.DeepClone().AsObject();
        foreach (var path in paths)
        {
            Keep(before, result, [.. PropertyPath.Parse(path).Steps.Select(step => step.Name)]);
        }

        return result;
    }

    private static void Keep(JsonNode? before, JsonNode? after, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return;
        }

        var (old, now) = (Children(before), Children(after));
        foreach (var name in path[0] == "*" ? old.Keys.Union(now.Keys) : [path[0]])
        {
            switch (after)
            {
                case var _ when path.Length > 1:
                    Keep(old.GetValueOrDefault(name), now.GetValueOrDefault(name), path[1..]);
                    break;
                case JsonObject members when old.GetValueOrDefault(name) is null:
                    members.Remove(name);
                    break;
                case JsonObject members:
                    members[name] = old[name]!.DeepClone();
                    break;
                case JsonArray list when now.ContainsKey(name) && old.GetValueOrDefault(name) is { } value:
                    list[int.Parse(name, CultureInfo.InvariantCulture)] = value.DeepClone();
                    break;
            }
        }
    }

    private static Dictionary<string, JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(StringComparer.Ordinal),
        JsonArray list => list.Index().ToDictionary(item => item.Index.ToString(CultureInfo.InvariantCulture), item => item.Item, StringComparer.Ordinal),
        _ => [],
    };
}
