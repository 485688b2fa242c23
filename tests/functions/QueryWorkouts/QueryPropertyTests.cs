namespace WorkoutLog.Functions.Tests.QueryWorkouts;

/// <summary>Lists and statistics against the same workouts in memory.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class QueryPropertyTests(DynamoDbFixture dynamoDb)
{
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public void The_pages_of_a_list_are_the_requested_workouts() => Prop.ForAll(Logs().ToArbitrary(), Queries().ToArbitrary(), (logs, query) =>
    {
        string user = LogAsync(logs).GetAwaiter().GetResult();

        var listed = ListAsync(user, query).GetAwaiter().GetResult();

        var range = new TimeRange(Bound(query.From), Bound(query.To));
        var expected = range.IsReversed ? [] : logs.Where(log => (query.Type ?? log.Type) == log.Type && range.Contains(log.Timestamp)).ToList();
        Assert.Equal(expected.Select(log => log.Timestamp.UtcTicks).OrderDescending(), listed.Select(log => Workouts.Moment(log.WorkoutTimestamp).UtcTicks));
        Assert.Equal(expected.Sum(log => log.DurationMinutes), listed.Sum(log => log.DurationMinutes));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Each_day_of_the_statistics_is_the_list_of_that_day() => Prop.ForAll(Logs().ToArbitrary(), logs =>
    {
        string user = LogAsync(logs).GetAwaiter().GetResult();

        var stats = _api.HandleAsync(Events.Stats(user, "groupBy=day")).GetAwaiter().GetResult().Read<StatsResponse>();

        Assert.Equal(logs.Select(log => LocalCalendar.Format(LocalCalendar.Day(log.Timestamp))).Distinct().Order(StringComparer.Ordinal), stats.ByDay!.Keys);
        foreach (var (day, totals) in stats.ByDay)
        {
            var listed = ListAsync(user, new Query(null, day, day, 100)).GetAwaiter().GetResult();
            Assert.Equal((listed.Count, listed.Sum(log => log.DurationMinutes)), (totals.Workouts, totals.DurationMinutes));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private async Task<string> LogAsync(Workout[] logs)
    {
        string user = DynamoDbFixture.NewUser();
        foreach (var log in logs)
        {
            await dynamoDb.LogAsync(log with { UserId = user });
        }

        return user;
    }

    private async Task<List<WorkoutResponse>> ListAsync(string user, Query query)
    {
        var listed = new List<WorkoutResponse>();
        string? cursor = null;
        do
        {
            var answer = await _api.HandleAsync(Events.List(user, query.With(cursor)));
            if (answer.StatusCode != 200)
            {
                answer.AssertInvalid("from out_of_range");
                return [];
            }

            var page = answer.Read<WorkoutPage>();
            Assert.Equal(page.HasMore, page.NextCursor is not null);
            Assert.True(page.HasMore ? page.Items.Count == query.Limit : page.Items.Count <= query.Limit);
            listed.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return listed;
    }

    private static TimeBound? Bound(string? text) => text is not null && TimeBound.Read(text, out var bound) is null ? bound : null;

    private static Gen<Workout[]> Logs() =>
        from count in Gen.Choose(0, 8)
        from workouts in Workouts.One().ListOf(count)
        from timestamps in Timestamps().ListOf(count)
        select workouts.Zip(timestamps, (workout, timestamp) => workout with { Timestamp = timestamp }).ToArray();

    private static Gen<Query> Queries()
    {
        var bound = Gen.OneOf(
            Gen.Constant<string?>(null),
            Timestamps().Select(string? (moment) => LocalTimestamp.Format(moment)),
            Timestamps().Select(string? (moment) => LocalCalendar.Format(LocalCalendar.Day(moment))));
        return from type in Gen.Elements<string?>(null, "RUN") from @from in bound from to in bound from limit in Gen.Choose(1, 4) select new Query(type, @from, to, limit);
    }

    // Around a New Year, close enough together for bounds to fall between, on and around them.
    private static Gen<DateTimeOffset> Timestamps() =>
        from hours in Gen.Choose(0, 4 * 24)
        from quarters in Gen.Elements(-56, -20, 0, 4, 23, 56)
        select new DateTimeOffset(2025, 12, 30, 0, 0, 0, TimeSpan.Zero).AddHours(hours).ToOffset(TimeSpan.FromMinutes(15 * quarters));

    private sealed record Query(string? Type, string? From, string? To, int Limit)
    {
        public string With(string? cursor) => string.Join('&', new[] { ("type", Type), ("from", From), ("to", To), ("limit", $"{Limit}"), ("cursor", cursor) }
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}"));
    }
}
