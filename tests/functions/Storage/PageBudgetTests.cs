namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>The calls and read units of a page do not depend on the distribution of a user's workouts.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class PageBudgetTests(DynamoDbFixture dynamoDb)
{
    private const int MaxCalls = 12;

    private static readonly DateTimeOffset _start = Workouts.Moment("2026-03-08T00:00:00Z");

    [Fact]
    public void Bounded_pages_return_exactly_the_requested_workouts() => Prop.ForAll(Histories().ToArbitrary(), Queries().ToArbitrary(), (workouts, query) =>
    {
        string user = DynamoDbFixture.NewUser();
        var history = dynamoDb.WriteManyAsync(user, workouts).GetAwaiter().GetResult();

        var listed = ListAsync(query with { UserId = user }).GetAwaiter().GetResult();

        Assert.Equal(
            history.Where(stored => (query.Type ?? stored.Workout.Type) == stored.Workout.Type && query.Range.Contains(stored.Workout.Timestamp))
                .OrderByDescending(stored => stored.Id.SortKey, StringComparer.Ordinal),
            listed);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task A_day_next_to_a_full_one_needs_few_calls_per_page()
    {
        string user = DynamoDbFixture.NewUser();
        var day = new TimeBound.LocalDay(new DateOnly(2026, 3, 9));
        await dynamoDb.WriteManyAsync(user, Enumerable.Range(0, 1_500).Select(number => Run(_start.AddHours(12).AddSeconds(number))));

        Assert.Empty(await ListAsync(new WorkoutQuery(user, null, new TimeRange(day, day), Limit: 1, After: null)));
    }

    [Fact]
    public async Task The_largest_workout_has_the_contracts_maximum_size()
    {
        string user = DynamoDbFixture.NewUser().PadRight(128, 'u');
        var workout = Run(_start) with
        {
            UserId = user,
            Type = new string('T', 32),
            DurationMinutes = 1440.123456789012345678m,
            CaloriesBurned = 19_999.123456789012345678m,
            DistanceKm = 999.123456789012345678m,
            Notes = string.Concat(Enumerable.Repeat("🏃", WorkoutLimit.MaxNotesLength.Maximum)),
            ExternalId = new string('x', ApiLimits.MaxExternalIdLength),
        };
        var stored = await dynamoDb.LogAsync(workout);
        await dynamoDb.Editing.ReplaceAsync(user, stored.Id, same => same with { Timestamp = same.Timestamp.AddDays(1) }, VersionCondition.Any, DynamoDbFixture.Soon());
        RequestScope scope = DynamoDbFixture.Soon();

        await dynamoDb.Workouts.ListAsync(new WorkoutQuery(user, Type: null, TimeRange.All, Limit: 1, After: null), scope);

        Assert.Equal(Math.Ceiling(ApiLimits.MaxWorkoutBytes / 4_096.0), scope.ReadUnits);
    }

    // Every page within its budget.
    private async Task<List<StoredWorkout>> ListAsync(WorkoutQuery query)
    {
        var all = new List<StoredWorkout>();
        WorkoutId? last = null;
        do
        {
            var client = new InterceptedDynamoDb(dynamoDb.Client);
            RequestScope scope = DynamoDbFixture.Soon();
            var page = await new WorkoutReader(client.Client, dynamoDb.Tables, new DynamoDbRetry(TimeProvider.System)).ListAsync(query with { After = last }, scope);
            Assert.InRange(client.Calls.Queries, 0, MaxCalls);
            Assert.InRange(scope.ReadUnits, 0, query.MaxReadUnits);
            Assert.InRange(page.Workouts.Count, 0, query.Limit);
            all.AddRange(page.Workouts);
            last = page.Next;
        }
        while (last is not null);

        return all;
    }

    private static Workout Run(DateTimeOffset timestamp) => Workouts.Of("") with { Timestamp = timestamp };

    // Crowds of workouts around the ends of days, small and large.
    private static Gen<Workout[]> Histories()
    {
        var crowd =
            from count in Gen.Choose(0, 250)
            from hour in Gen.Choose(0, 60)
            from quarters in Gen.Elements(-56, -20, 0, 23, 56)
            from type in Gen.Elements("RUN", "CYCLING")
            from notes in Gen.Elements("", "easy", new string('x', 1_000), string.Concat(Enumerable.Repeat("🏃", 1_000)))
            select Enumerable.Range(0, count).Select(second => Run(_start.AddHours(hour).AddSeconds(second).ToOffset(TimeSpan.FromMinutes(15 * quarters))) with
            {
                Type = type,
                Notes = notes,
            });
        return from count in Gen.Choose(0, 4) from crowds in crowd.ListOf(count) select crowds.SelectMany(workouts => workouts).ToArray();
    }

    private static Gen<WorkoutQuery> Queries()
    {
        var bound = Gen.OneOf(
            Gen.Constant<TimeBound?>(null),
            Gen.Choose(7, 11).Select(TimeBound? (day) => new TimeBound.LocalDay(new DateOnly(2026, 3, day))),
            Gen.Choose(0, 60).Select(TimeBound? (hour) => new TimeBound.Instant(_start.AddHours(hour))));
        return
            from type in Gen.Elements<string?>(null, "RUN")
            from range in bound.Two()
            from limit in Gen.Elements(1, 20, 100, 500)
            from units in Gen.Elements(2, ApiLimits.MaxPageReadUnits, ApiLimits.MaxExportReadUnits)
            select new WorkoutQuery("", type, new TimeRange(range.Item1, range.Item2), limit, After: null, units);
    }
}
