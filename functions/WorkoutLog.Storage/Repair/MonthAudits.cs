using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Storage.Calls;
using WorkoutLog.Storage.Reads;
using WorkoutLog.Storage.Resilience;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage.Repair;

/// <summary>Audits single months while others may write to them.</summary>
internal sealed class MonthAudits(DynamoDbCalls calls, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    // A transaction shows on its items one after the other, milliseconds apart.
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(100);

    /// <summary>A look at a month without differences, or one that a second look, a moment later, bears out.</summary>
    /// <exception cref="StorageConflictException">Others kept writing until the time was over.</exception>
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

            await retry.WaitForOthersAsync(attempt, scope);
        }
    }

    private async Task<MonthAudit> LookAsync(string userId, string month, RequestScope scope)
    {
        // The row comes first: a workout that is written behind it counts the row's writes on, which gives the look away.
        var row = await calls.GetItemAsync(
            new GetItemRequest { TableName = tables.Stats, Key = RollupRow.Key(userId, month), ConsistentRead = true }, scope);
        MonthSums sums = await MonthSums.OfAsync(LogScan.ReadAsync(calls, tables.Logs, userId, DaysOf(month), scope));
        return new MonthAudit(month, row, sums.Of(month));
    }

    private static TimeRange DaysOf(string month)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return new TimeRange(new TimeBound.LocalDay(first), new TimeBound.LocalDay(first.AddMonths(1).AddDays(-1)));
    }
}
