using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class RollupPropertyTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public void The_roll_ups_are_the_sum_of_the_logs() => Prop.ForAll(Workouts.Some(most: 12), logs =>
    {
        string user = DynamoDbFixture.NewUser();

        var months = LogAsync([.. logs.Select(log => log with { UserId = user })], user).GetAwaiter().GetResult();
        var statistics = UserStatistics.Sum([.. months.Select(month => month.Month)]);

        Assert.Equal(SumOf(logs), statistics.Total);
        Assert.Equal(SumsBy(logs, log => log.Type), statistics.ByType);
        Assert.Equal(SumsBy(logs, log => LocalCalendar.Month(LocalCalendar.Day(log.Timestamp))), statistics.ByMonth);
        Assert.Equal(SumsBy(logs, log => LocalCalendar.Day(log.Timestamp)), DailyStatistics.ByDay(months));
        Assert.Equal(
            new Unstated(logs.Count(log => log.CaloriesBurned is null), logs.Count(log => log.DistanceKm is null)), statistics.Unstated);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private async Task<IReadOnlyList<DailyRollup>> LogAsync(Workout[] logs, string user)
    {
        foreach (var log in logs)
        {
            await dynamoDb.LogAsync(log);
        }

        return await dynamoDb.Stats.ReadDaysAsync(user, MonthRange.All, DynamoDbFixture.Soon());
    }

    private static IEnumerable<KeyValuePair<TKey, Totals>> SumsBy<TKey>(IEnumerable<Workout> logs, Func<Workout, TKey> key) =>
        logs.GroupBy(key).Select(group => KeyValuePair.Create(group.Key, SumOf(group))).OrderBy(group => $"{group.Key:O}", StringComparer.Ordinal);

    private static Totals SumOf(IEnumerable<Workout> logs) => logs.Aggregate(default(Totals), (sum, log) => sum + Totals.Of(log));
}
