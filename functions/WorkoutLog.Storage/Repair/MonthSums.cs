using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage.Repair;

/// <summary>Sums over workouts, by month and attribute of the month's row.</summary>
internal sealed class MonthSums
{
    private readonly Dictionary<string, Dictionary<string, decimal>> _months = new(StringComparer.Ordinal);

    public IEnumerable<string> Months => _months.Keys;

    public static async Task<MonthSums> OfAsync(IAsyncEnumerable<Workout> workouts)
    {
        var sums = new MonthSums();
        await foreach (Workout workout in workouts)
        {
            sums.Add(workout);
        }

        return sums;
    }

    /// <returns>Empty for a month without workouts.</returns>
    public IReadOnlyDictionary<string, decimal> Of(string month) =>
        _months.TryGetValue(month, out var sums) ? sums : new Dictionary<string, decimal>();

    private void Add(Workout workout)
    {
        var delta = RollupDelta.OfCreated(workout);
        if (!_months.TryGetValue(delta.Month, out var sums))
        {
            _months[delta.Month] = sums = new(StringComparer.Ordinal);
        }

        foreach ((string attribute, decimal amount) in RollupAdditions.Of(delta))
        {
            sums[attribute] = sums.GetValueOrDefault(attribute) + amount;
        }
    }
}
