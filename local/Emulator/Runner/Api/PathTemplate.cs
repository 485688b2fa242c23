using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>A path such as <c>/stats/{userId}</c> or <c>/files/{path+}</c>; orders the more literal one first.</summary>
internal sealed class PathTemplate(string path) : IComparable<PathTemplate>
{
    private readonly ImmutableArray<string> _segments = Split(path);

    /// <returns>Name of each parameter to its value, as it stands in the URL, or null when the path does not fit.</returns>
    public ImmutableDictionary<string, string>? Match(string rawPath)
    {
        var segments = Split(rawPath);
        var values = ImmutableDictionary<string, string>.Empty;
        for (var index = 0; index < _segments.Length; index++)
        {
            var template = _segments[index];
            if (index >= segments.Length)
            {
                return null;
            }

            if (IsGreedy(template) && segments[index].Length > 0)
            {
                return values.SetItem(template[1..^2], string.Join('/', segments.Skip(index)));
            }

            var value = segments[index];
            if (IsParameter(template) && value.Length > 0)
            {
                values = values.SetItem(template[1..^1], value);
            }
            else if (template != Uri.UnescapeDataString(value))
            {
                return null;
            }
        }

        return segments.Length == _segments.Length ? values : null;
    }

    public int CompareTo(PathTemplate? other)
    {
        var theirs = other!._segments;
        for (var index = 0; index < Math.Min(_segments.Length, theirs.Length); index++)
        {
            var order = Rank(_segments[index]).CompareTo(Rank(theirs[index]));
            if (order != 0)
            {
                return order;
            }
        }

        return theirs.Length.CompareTo(_segments.Length);
    }

    private static ImmutableArray<string> Split(string path) => [.. path.Split('/').Skip(1)];

    private static int Rank(string segment) => IsGreedy(segment) ? 2 : IsParameter(segment) ? 1 : 0;

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    private static bool IsGreedy(string segment) => segment.StartsWith('{') && segment.EndsWith("+}", StringComparison.Ordinal);
}
