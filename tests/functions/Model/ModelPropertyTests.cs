using System.Collections.Immutable;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>After any requests in any order, list, export and statistics match a plain list of the remaining workouts.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class ModelPropertyTests(DynamoDbFixture dynamoDb)
{
    // Among the last days of the workouts, so that some cases have a current streak.
    private const string Now = "2025-01-08T12:00:00Z";

    private readonly TestApi _api = new(dynamoDb.Client, now: Now);

    [Fact]
    public void Sequential_requests_in_random_order() => Prop.ForAll(Life.Some(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (lives, seed) =>
        HoldsAfterAsync(lives, async clients =>
        {
            var random = new Random(seed);
            while (clients.Where(client => client.RequestsLeft > 0).ToArray() is { Length: > 0 } going)
            {
                await going[random.Next(going.Length)].SendNextAsync();
            }
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void All_workouts_concurrently() => Prop.ForAll(Life.Some(), lives =>
        HoldsAfterAsync(lives, clients => Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            while (client.RequestsLeft > 0)
            {
                await client.SendNextAsync();
            }
        })))).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private async Task HoldsAfterAsync(ImmutableArray<Life> lives, Func<ImmutableArray<WorkoutClient>, Task> live)
    {
        string user = DynamoDbFixture.NewUser();
        ImmutableArray<WorkoutClient> clients = [.. lives.Select(life => new WorkoutClient(_api, user, life))];

        await live(clients);

        var left = clients.Select(client => client.Expected).OfType<ModelWorkout>().ToList();
        var model = new Model(left, Workouts.Moment(Now));
        await CheckListAsync(model, user, type: null);
        await CheckListAsync(new Model(left.Where(workout => workout.Content.Type == "RUN"), Workouts.Moment(Now)), user, "RUN");
        await CheckStatisticsAsync(model, user);
        await Task.WhenAll(clients.Select(client => client.CheckFoundAsync()));
        await CheckItemsAsync(clients, user);
    }

    // Every workout has its pointers, and every pointer has a workout.
    private async Task CheckItemsAsync(ImmutableArray<WorkoutClient> clients, string user)
    {
        var others = (await dynamoDb.LogsOfAsync(user)).Where(item => char.IsLetter(item["workoutTimestamp"].S[0])).ToLookup(item => item.ContainsKey("expiresAt"));
        Assert.Equal(clients.SelectMany(client => client.ExpectedPointers()).Order(), others[false].Select(item => (item["workoutTimestamp"].S, item["workout"].S)).Order());
        Assert.Equal(clients.Length, others[true].Count());
    }

    private async Task CheckListAsync(Model model, string user, string? type)
    {
        var found = new List<ModelWorkout>();
        string? cursor = null;
        do
        {
            var query = $"limit=3{(type is null ? "" : $"&type={type}")}{(cursor is null ? "" : $"&cursor={cursor}")}";
            var page = (await _api.HandleAsync(Events.List(user, query))).Read<WorkoutPage>();
            Assert.Equal(page.HasMore, page.NextCursor is not null);
            Assert.True(page.Items.Count is > 0 and <= 3 || !page.HasMore);
            found.AddRange(page.Items.Select(ModelWorkout.Of));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(model.Workouts.Select(workout => workout.Timestamp.UtcTicks), found.Select(workout => workout.Timestamp.UtcTicks));
        Assert.Equal(InOrderOfId(model.Workouts), InOrderOfId(found));
    }

    private static IEnumerable<ModelWorkout> InOrderOfId(IEnumerable<ModelWorkout> workouts) => workouts.OrderBy(workout => workout.WorkoutId, StringComparer.Ordinal);

    private async Task CheckStatisticsAsync(Model model, string user)
    {
        var stats = await StatisticsAsync(user);
        Assert.Equal(
            (model.Sums, model.AverageOf(content => content.Calories), model.AverageOf(content => content.Distance)),
            (new ModelSums(stats.TotalWorkouts, stats.TotalDurationMinutes, stats.TotalCaloriesBurned, stats.TotalDistanceKm), stats.AverageCaloriesBurned, stats.AverageDistanceKm));
        if (model.Streaks() is { } streaks)
        {
            Assert.Equal(streaks, (stats.Streaks.Current, stats.Streaks.Longest));
        }

        Assert.Equal(model.By(StatsGrouping.Type), Groups(stats.ByType!));
        Assert.Equal(model.By(StatsGrouping.Month), Groups(stats.ByMonth!));
        Assert.Equal(model.By(StatsGrouping.Week), Groups((await StatisticsAsync(user, StatsGrouping.Week)).ByWeek!));
        Assert.Equal(model.By(StatsGrouping.Day), Groups((await StatisticsAsync(user, StatsGrouping.Day)).ByDay!));
    }

    private static Dictionary<string, ModelSums> Groups(IReadOnlyDictionary<string, WorkoutTotals> groups) =>
        groups.ToDictionary(group => group.Key, group => new ModelSums(group.Value.Workouts, group.Value.DurationMinutes, group.Value.CaloriesBurned, group.Value.DistanceKm));

    private async Task<StatsResponse> StatisticsAsync(string user, string? groupBy = null) =>
        (await _api.HandleAsync(Events.Stats(user, groupBy is null ? "" : $"groupBy={groupBy}"))).Read<StatsResponse>();
}
