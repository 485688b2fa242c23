using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Repair;

/// <summary>Audits single months while other requests may write to them.</summary>
internal sealed class MonthAudits(DynamoDbCalls calls, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    // A transaction becomes visible on its items one after the other, milliseconds apart.
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(100);

    /// <summary>An audit of a month without differences, or one that a second audit, a moment later, confirms.</summary>
    /// <exception cref="StorageConflictException">Other writes continued until the time ran out.</exception>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<MonthAudit> ConfirmAsync(string userId, string month, RequestScope scope)
    {
        for (int attempt = 1; ; attempt++)
        {
            MonthAudit first = await LookAsync(userId, month, scope);
            if (first.Differences().Count == 0)
            {
                return first;
            }

            await Task.Delay(_settling, time);
            MonthAudit second = await LookAsync(userId, month, scope);
            if (second.Writes == first.Writes && second.Differences().SequenceEqual(first.Differences()))
            {
                return second;
            }

            await retry.BackOffAsync(attempt, scope);
        }
    }

    private async Task<MonthAudit> LookAsync(string userId, string month, RequestScope scope)
    {
        // The row is read first: a workout written after it increments the row's count of writes, which reveals the conflict.
        var row = await calls.GetItemAsync(
            new GetItemRequest { TableName = tables.Stats, Key = RollupRow.Key(userId, month), ConsistentRead = true }, scope);
        MonthSums sums = await MonthSums.OfAsync(LogScan.ReadAsync(calls, tables.Logs, userId, DaysOf(month), scope));
        return new MonthAudit(month, row, sums.Of(month));
    }

    private static TimeRange DaysOf(string month)
    {
        DateOnly first = LocalCalendar.FirstDay(month);
        return new TimeRange(new TimeBound.LocalDay(first), new TimeBound.LocalDay(first.AddMonths(1).AddDays(-1)));
    }
}

/// <summary>A month's row with the sums over the month's workouts.</summary>
/// <param name="Row">As stored; null for none.</param>
internal sealed record MonthAudit(string Month, IReadOnlyDictionary<string, AttributeValue>? Row, IReadOnlyDictionary<string, decimal> Sums)
{
    /// <summary>How often the row was written; null for a missing row.</summary>
    public int? Writes => Row is null ? null : RollupRow.ReadWrites(Row);

    /// <summary>Sorted by measure.</summary>
    public IReadOnlyList<RollupDifference> Differences() =>
    [
        .. Sums.Keys.Concat(Row?.Keys.Where(RollupAttributes.IsSum) ?? [])
            .Distinct()
            .Select(attribute => new RollupDifference(Month, RollupAttributes.Describe(attribute), Stored(attribute), Sums.GetValueOrDefault(attribute)))
            .Where(difference => difference.Stored != difference.Recomputed)
            .OrderBy(difference => difference.Measure, StringComparer.Ordinal),
    ];

    /// <summary>The corrected row; other attributes are unchanged, and the count of writes is incremented.</summary>
    public Dictionary<string, AttributeValue> Repaired(string userId)
    {
        var row = RollupRow.Key(userId, Month);
        foreach ((string attribute, AttributeValue value) in Row ?? new Dictionary<string, AttributeValue>())
        {
            if (!RollupAttributes.IsSum(attribute))
            {
                row[attribute] = value;
            }
        }

        foreach ((string attribute, decimal sum) in Sums)
        {
            row[attribute] = Numbers.Of(sum);
        }

        row[StatsTableSchema.Writes] = Numbers.Of((Writes ?? 0) + 1);
        return row;
    }

    private decimal? Stored(string attribute)
    {
        if (Row is null || !Row.TryGetValue(attribute, out var value))
        {
            return 0;
        }

        return decimal.TryParse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }
}

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
