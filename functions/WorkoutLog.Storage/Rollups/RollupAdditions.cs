using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage.Rollups;

/// <summary>What a delta adds to the attributes of its month's row.</summary>
internal static class RollupAdditions
{
    /// <summary>Each attribute once; without zeros, which would only make the row longer.</summary>
    public static IEnumerable<(string Attribute, decimal Amount)> Of(RollupDelta delta) => All(delta).Where(addition => addition.Amount != 0);

    private static IEnumerable<(string Attribute, decimal Amount)> All(RollupDelta delta)
    {
        Totals day = default;
        foreach ((string type, Totals totals) in delta.ByType)
        {
            yield return (RollupAttributes.OfType(type, RollupAttributes.Count), totals.Workouts);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Minutes), totals.DurationMinutes);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Calories), totals.CaloriesBurned);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Distance), totals.DistanceKm);
            day += totals;
        }

        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Count), day.Workouts);
        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Minutes), day.DurationMinutes);
    }
}
