using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Idempotency;

namespace WorkoutLog.Functions.Tests.Storage;

internal static class Workouts
{
    public static Workout Of(string userId) => new()
    {
        UserId = userId,
        Type = "RUN",
        DurationMinutes = 30,
        Timestamp = new DateTimeOffset(2026, 5, 1, 0, 30, 0, 123, 456, TimeSpan.FromHours(2)),
    };

    public static WorkoutDraft Draft(string userId) => new() { UserId = userId, WorkoutType = "RUN", DurationMinutes = 30 };

    /// <summary>The request for a workout of <paramref name="userId"/> as <see cref="Of"/> makes it.</summary>
    public static IdempotentRequest Request(string userId, string key = "key-1", string caller = "caller-1") =>
        new(caller, key, Fingerprint.Of(Draft(userId)));

    /// <summary>Stores a workout that nothing stands in the way of.</summary>
    public static async Task<StoredWorkout> LogAsync(this DynamoDbFixture dynamoDb, Workout workout) =>
        Assert.IsType<CreateOutcome.Created>(await dynamoDb.Store.CreateAsync(workout, request: null, DynamoDbFixture.Soon())).Stored;
}
