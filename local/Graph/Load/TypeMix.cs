using System.Collections.Immutable;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>How workouts divide among the configured types: the second has half of the first's share, the third a third, and so on.</summary>
internal static class TypeMix
{
    /// <returns>Shares that add up to 1, in the order of the types.</returns>
    public static ImmutableArray<double> Of(int types)
    {
        var sum = Enumerable.Range(1, types).Sum(rank => 1.0 / rank);
        return [.. Enumerable.Range(1, types).Select(rank => 1 / (rank * sum))];
    }
}
