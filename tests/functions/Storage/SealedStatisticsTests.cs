using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Statistics over years that readers seal and writers unseal.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class SealedStatisticsTests(DynamoDbFixture dynamoDb)
{
    private static readonly TimeProvider _now = FixedTime.Default;

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public void Match_the_workouts_after_any_writes_and_reads() =>
        Prop.ForAll(Workouts.One().Select(InFiveYears).ListOf(10).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (workouts, seed) =>
            LiveAsync([.. workouts], new Random(seed)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task Of_ten_years_are_one_query_of_five_units_once_ten_reads_have_sealed_them()
    {
        await PutYearsAsync(2016, 10);
        await ReadAsync();
        Assert.Equal(120, (await ReadAsync()).Sum(month => month.ByType["RUN"].Workouts));
        for (int year = 0; year < 10; year++)
        {
            await ReadAsync();
        }

        foreach (var range in new[] { MonthRange.All, new MonthRange("2017-05", "2025-08"), new MonthRange("2016-02", null) })
        {
            var client = new InterceptedDynamoDb(dynamoDb.Client);
            RequestScope scope = DynamoDbFixture.Soon();
            var months = await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, range, scope);

            Assert.Equal(range == MonthRange.All ? 120 : months.Count, months.Sum(month => month.ByType["RUN"].Workouts));
            Assert.All(months, month => Assert.True(range.Contains(month.Month)));
            Assert.Equal((0, 0, 1), client.Calls);
            // The latest workout costs one more unit.
            Assert.InRange(scope.ReadUnits, 1, 4);
        }
    }

    [Fact]
    public async Task Of_a_range_cost_a_bounded_number_of_calls_while_nothing_is_sealed()
    {
        await PutYearsAsync(2016, 10);
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());

        Assert.Equal(((0, 1, 2), 2), (client.Calls, client.Updates));
    }

    [Fact]
    public async Task Of_nobody_write_nothing()
    {
        Assert.Empty(await ReadAsync());

        Assert.Empty(await dynamoDb.RollupsOfAsync(_user));
    }

    [Fact]
    public async Task Of_the_latest_months_alone_need_no_seal()
    {
        await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, new MonthRange("2026-03", null), DynamoDbFixture.Soon());

        Assert.Equal(((0, 0, 1), 0), (client.Calls, client.Updates));
    }

    [Fact]
    public async Task A_write_before_the_seal_prevents_it()
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-03-01T08:00:00Z"));
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeUpdate = async number => await (number == 1 ? dynamoDb.LogAsync(Workouts.At(_user, "2025-04-01T08:00:00Z")) : Task.CompletedTask),
        };
        // The year before the last one, which is empty, is sealed first.
        await ReadAsync();

        var before = await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());

        Assert.Equal(["2025-03"], before.Select(month => month.Month));
        Assert.DoesNotContain(await dynamoDb.RollupsOfAsync(_user), row => row["month"].S == ":2025" && row.ContainsKey("s"));
        Assert.Equal(["2025-03", "2025-04"], (await ReadAsync()).Select(month => month.Month));
    }

    [Fact]
    public async Task A_failed_seal_does_not_fail_the_request()
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-03-01T08:00:00Z"));
        var client = new InterceptedDynamoDb(dynamoDb.Client) { BeforeUpdate = _ => throw new ThrottlingException("slow down") };

        var months = await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());

        Assert.Equal(["2025-03"], months.Select(month => month.Month));
        Assert.Equal(1, client.Updates);
    }

    [Fact]
    public async Task A_user_erased_in_the_meantime_gets_no_seal()
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T08:00:00Z"));
        var erasure = new UserErasure(dynamoDb.Client, dynamoDb.Tables, new DynamoDbRetry(TimeProvider.System), TimeProvider.System);
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeUpdate = number => erasure.EraseAsync(_user, _ => { }, DynamoDbFixture.Soon()),
        };

        await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());

        Assert.Equal(1, client.Updates);
        Assert.Empty(await dynamoDb.RollupsOfAsync(_user));
    }

    [Fact]
    public async Task A_wrong_seal_is_found_and_removed_by_a_repair()
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T08:00:00Z"));
        await ReadAsync();
        await dynamoDb.Client.UpdateItemAsync(
            dynamoDb.Tables.Stats,
            new() { ["userId"] = new() { S = _user }, ["month"] = new() { S = ":2026" } },
            new() { ["s"] = new(new AttributeValue { B = YearSeal.Write(new SealedYear(2026, 2, true, [])) }, "PUT") });
        Assert.Empty(await ReadAsync());

        var found = await dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon());
        await dynamoDb.Audit.RepairAsync(_user, DynamoDbFixture.Soon());

        Assert.Equal(
            [new("2026-01", "seal:RUN.n", 0, 1), new("2026-01", "seal:RUN.m", 0, 30), new("2026-01", "seal:01n", 0, 1), new("2026-01", "seal:c", 0, 1), new("2026-01", "seal:d", 0, 1)],
            found);
        Assert.Single(await ReadAsync());
        Assert.Empty(await dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon()));
    }

    private static Workout InFiveYears(Workout workout) => workout with { Timestamp = workout.Timestamp.AddMonths(-13 * (int)(workout.DurationMinutes % 5)) };

    private async Task LiveAsync(List<Workout> workouts, Random random)
    {
        string user = DynamoDbFixture.NewUser();
        var stored = new List<StoredWorkout>();
        foreach (Workout workout in workouts)
        {
            stored.Add(await dynamoDb.LogAsync(workout with { UserId = user }));
            int place = random.Next(stored.Count);
            switch (random.Next(4))
            {
                case 0:
                    await dynamoDb.DeleteAsync(stored[place]);
                    stored.RemoveAt(place);
                    break;
                case 1:
                    var moved = await dynamoDb.Editing.ReplaceAsync(
                        user, stored[place].Id, old => workouts[random.Next(workouts.Count)] with { UserId = user }, VersionCondition.Any, DynamoDbFixture.Soon());
                    stored[place] = Assert.IsType<EditOutcome.Done>(moved).Stored;
                    break;
            }

            await CheckAsync(user, [.. stored.Select(one => one.Workout)], RangeOf(random));
        }

        Assert.Empty(await dynamoDb.Audit.AuditAsync(user, DynamoDbFixture.Soon()));
    }

    private async Task CheckAsync(string user, Workout[] workouts, MonthRange range)
    {
        var months = await dynamoDb.Stats.ReadMonthsAsync(user, range, DynamoDbFixture.Soon());
        var statistics = UserStatistics.Sum([.. months]);

        Workout[] expected = [.. workouts.Where(workout => range.Contains(LocalCalendar.Month(LocalCalendar.Day(workout.Timestamp))))];
        Assert.Equal(expected.Aggregate(default(Totals), (sum, workout) => sum + Totals.Of(workout)), statistics.Total);
        Assert.Equal(expected.Aggregate(default(Unstated), (sum, workout) => sum + Unstated.Of(workout)), statistics.Unstated);
        Assert.Equal(expected.Select(workout => LocalCalendar.Day(workout.Timestamp)).Distinct().Order(), statistics.ActiveDays);
        Assert.Equal(expected.Select(workout => workout.Type).Distinct().Order(StringComparer.Ordinal), statistics.ByType.Keys);
        Assert.Equal(months.Select(month => month.Month).Order(StringComparer.Ordinal), months.Select(month => month.Month));
    }

    private static MonthRange RangeOf(Random random) => random.Next(3) switch
    {
        0 => MonthRange.All,
        1 => new MonthRange(MonthOf(random), null),
        _ => new MonthRange(null, MonthOf(random)),
    };

    private static string MonthOf(Random random) => LocalCalendar.Month(LocalCalendar.Day(_now.GetUtcNow()).AddMonths(-random.Next(66)));

    private Task<IReadOnlyList<MonthRollup>> ReadAsync() => dynamoDb.Stats.ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());

    // A run on each day, with each measure: rows of nearly the largest size.
    private async Task PutYearsAsync(int first, int years)
    {
        foreach (string month in Enumerable.Range(0, 12 * years).Select(month => LocalCalendar.Month(new DateOnly(first, 6, 1).AddMonths(month))))
        {
            var row = RollupRow.Key(_user, month);
            foreach (string type in new[] { "RUN", "CYCLING", "SWIMMING", "STRENGTH", "YOGA" })
            {
                row[$"{type}.n"] = new() { N = "1" };
                row[$"{type}.m"] = new() { N = "1234.5" };
                row[$"{type}.c"] = new() { N = "23456" };
                row[$"{type}.d"] = new() { N = "234.56" };
            }

            for (int day = 1; day <= 28; day++)
            {
                row[$"{day:00}n"] = new() { N = "1" };
                row[$"{day:00}m"] = new() { N = "42.5" };
                row[((char)('@' + day)).ToString()] = new() { N = "480" };
                row[((char)(' ' + day)).ToString()] = new() { N = "8.4" };
            }

            await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, row);
        }
    }
}
