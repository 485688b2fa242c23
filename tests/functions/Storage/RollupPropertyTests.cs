using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class RollupPropertyTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public void The_roll_ups_are_the_sum_of_the_logs() => Prop.ForAll(Logs(), logs =>
    {
        string user = DynamoDbFixture.NewUser();

        var statistics = LogAndSumAsync([.. logs.Select(log => log with { UserId = user })], user).GetAwaiter().GetResult();

        Assert.Equal(SumOf(logs), statistics.Total);
        Assert.Equal(SumsBy(logs, log => log.Type), statistics.ByType);
        Assert.Equal(SumsBy(logs, log => LocalCalendar.Month(LocalCalendar.Day(log.Timestamp))), statistics.ByMonth);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private async Task<UserStatistics> LogAndSumAsync(List<Workout> logs, string user)
    {
        foreach (var log in logs)
        {
            await dynamoDb.LogAsync(log);
        }

        return UserStatistics.Sum(await dynamoDb.Reader.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon()));
    }

    private static SortedDictionary<string, Totals> SumsBy(IEnumerable<Workout> logs, Func<Workout, string> key) =>
        new(logs.GroupBy(key).ToDictionary(group => group.Key, SumOf), StringComparer.Ordinal);

    private static Totals SumOf(IEnumerable<Workout> logs) => logs.Aggregate(default(Totals), (sum, log) => sum + Totals.Of(log));

    private static Arbitrary<List<Workout>> Logs()
    {
        var quantity = Gen.OneOf(
            Gen.Constant<decimal?>(null),
            from units in Gen.Choose(0, int.MaxValue)
            from scale in Gen.Choose(6, 18)
            select (decimal?)new decimal(units, 0, 0, false, (byte)scale));
        var log =
            from type in Gen.Elements("RUN", "CYCLING", "HIIT_2")
            from cents in Gen.Choose(1, 144_000)
            from calories in quantity
            from distance in quantity
            from minute in Gen.Choose(0, 4 * 30 * 24 * 60)
            from offsetQuarters in Gen.Choose(-56, 56)
            select new Workout
            {
                UserId = "",
                Type = type,
                DurationMinutes = cents / 100m,
                CaloriesBurned = calories,
                DistanceKm = distance,
                Timestamp = new DateTimeOffset(2025, 11, 15, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToOffset(TimeSpan.FromMinutes(15 * offsetQuarters)),
            };
        return (from count in Gen.Choose(0, 12) from logs in log.ListOf(count) select logs).ToArbitrary();
    }
}
