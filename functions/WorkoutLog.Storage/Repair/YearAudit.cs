using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Repair;

/// <summary>Audits the seals of a user's years against the rows of their months.</summary>
internal sealed class YearAudits(DynamoDbCalls calls, StorageTables tables)
{
    /// <summary>All differences between seals and the months that they cover.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<RollupDifference>> AuditAsync(string userId, RequestScope scope)
    {
        var differences = new List<RollupDifference>();
        var rows = await RollupRows.ReadAsync(calls, tables.Stats, userId, YearRow.SortKey(0), YearRow.SortKey(9999), scope);
        foreach (SealedYear seal in rows.Select(row => YearRow.Read(row).Seal).OfType<SealedYear>())
        {
            var seen = await YearSnapshot.ReadAsync(calls, tables.Stats, userId, seal.Year, seal.Through, scope);
            differences.AddRange(seen.Row?.Seal is { } current ? Differences(current, seen.Months) : []);
        }

        return differences;
    }

    /// <summary>Removes each seal that differs; the next reader seals the year again.</summary>
    /// <returns>The differences found.</returns>
    /// <exception cref="StorageConflictException"/>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<RollupDifference>> RepairAsync(string userId, RequestScope scope)
    {
        var differences = await AuditAsync(userId, scope);
        foreach (int year in differences.Select(difference => LocalCalendar.FirstDay(difference.Month).Year).Distinct())
        {
            await calls.TransactWriteItemsAsync([YearRow.Unseal(userId, year, tables.Stats)], scope);
        }

        return differences;
    }

    private static IEnumerable<RollupDifference> Differences(SealedYear seal, IReadOnlyList<MonthRollup> months)
    {
        var @sealed = Measures(seal.Months);
        var recomputed = Measures(months);
        return @sealed.Keys.Union(recomputed.Keys)
            .Select(key => new RollupDifference(
                key.Month, RollupDifference.OfSeal(RollupAttributes.Describe(key.Attribute)), @sealed.GetValueOrDefault(key), recomputed.GetValueOrDefault(key)))
            .Where(difference => difference.Stored != difference.Recomputed);
    }

    private static Dictionary<(string Month, string Attribute), decimal> Measures(IEnumerable<MonthRollup> months) => months
        .SelectMany(month => Of(month).Select(measure => ((month.Month, measure.Attribute), measure.Value)))
        .ToDictionary();

    // A seal has only one bit per day: whether it has a workout.
    private static IEnumerable<(string Attribute, decimal Value)> Of(MonthRollup month) =>
    [
        .. month.ByType.SelectMany(type => new[]
        {
            (RollupAttributes.OfType(type.Key, RollupAttributes.Count), type.Value.Workouts),
            (RollupAttributes.OfType(type.Key, RollupAttributes.Minutes), type.Value.DurationMinutes),
            (RollupAttributes.OfType(type.Key, RollupAttributes.Calories), type.Value.CaloriesBurned),
            (RollupAttributes.OfType(type.Key, RollupAttributes.Distance), type.Value.DistanceKm),
        }),
        .. month.ActiveDays.Of(month.Month).Select(day => (RollupAttributes.OfDay(day.Day, RollupAttributes.Count), 1m)),
        (RollupAttributes.WithoutCalories, month.Unstated.Calories),
        (RollupAttributes.WithoutDistance, month.Unstated.Distance),
    ];
}
