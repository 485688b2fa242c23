using System.Collections.Immutable;
using System.Text.Json;

namespace WorkoutLog.Infra.Settings;

/// <summary>The tags that the AWS provider adds to every taggable resource. A resource's own tag of the same key wins.</summary>
public static class DefaultTags
{
    // Per resource, in every service.
    private const int MaxTags = 50;

    /// <param name="text">The value of <see cref="SettingKeys.DefaultTags"/>; null when it is not set.</param>
    /// <returns>Null when the provider cannot parse the text.</returns>
    public static ImmutableSortedDictionary<string, string>? Read(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(text ?? "{}");
            return document.RootElement.TryGetProperty("tags", out var tags)
                ? tags.EnumerateObject().ToImmutableSortedDictionary(tag => tag.Name, tag => tag.Value.ToString(), StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="own">The keys of the tags that the program sets.</param>
    internal static IEnumerable<SettingError> Judge(string? text, ImmutableArray<string> own)
    {
        if (Read(text) is not { } tags)
        {
            return [new SettingError(SettingKeys.DefaultTags, text, "an object whose member tags maps keys to strings", new ConfigChange(SettingKeys.DefaultTags, null))];
        }

        if (tags.Keys.Union(own).Count() is var count && count > MaxTags)
        {
            var left = MaxTags - own.Length;
            return [new SettingError(SettingKeys.DefaultTags, text, $"at most {left} tags in addition to the stack's own, because AWS allows {MaxTags} per resource", new ConfigChange(SettingKeys.DefaultTags, null))];
        }

        return
            from key in tags.Keys
            from twin in own
            where key != twin && string.Equals(key, twin, StringComparison.OrdinalIgnoreCase)
            let path = $"{SettingKeys.DefaultTags}[\"tags\"][\"{key}\"]"
            select new SettingError(path, tags[key], $"removed: the key differs from the stack's own tag {twin} only in letter case, and IAM rejects both on one role", new ConfigChange(path, null));
    }
}
