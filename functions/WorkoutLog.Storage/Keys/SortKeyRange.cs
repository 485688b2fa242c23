using WorkoutLog.Domain;

namespace WorkoutLog.Storage.Keys;

/// <summary>The sort keys of all workouts that may lie in a time range, both ends in.</summary>
/// <remarks>Always bounded: behind the workouts lie items of other kinds.</remarks>
internal readonly record struct SortKeyRange(string Low, string High)
{
    private const string Lowest = "0";

    // Above all digits, which timestamps begin with, and below all letters.
    private const string Highest = ":";

    // The character behind the one that ends the timestamp in a sort key.
    private const string AfterSuffixes = "$";

    /// <summary>Whether no key can lie in it; DynamoDB refuses such a range.</summary>
    public bool IsEmpty => string.CompareOrdinal(Low, High) > 0;

    /// <summary>With bounds of local days, which depend on each workout's offset, the range is wider than what it stands for.</summary>
    public static SortKeyRange Of(TimeRange range) => new(
        range.From is { } from ? UtcTimestamp.Format(from.Earliest) : Lowest,
        range.To is { } to ? UtcTimestamp.Format(to.Latest) + AfterSuffixes : Highest);
}
