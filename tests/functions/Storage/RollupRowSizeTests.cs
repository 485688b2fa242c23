using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class RollupRowSizeTests(DynamoDbFixture dynamoDb)
{
    private static readonly string[] _types = ["RUN", "CYCLING", "SWIMMING", "STRENGTH", "YOGA", "WALKING", "HIKING", "ROWING"];

    [Fact]
    public async Task A_month_of_8_types_and_31_days_stays_within_1_KB()
    {
        string cognitoUser = $"us-east-1:{Guid.NewGuid()}";

        for (int day = 1; day <= 31; day++)
        {
            for (int session = 0; session < 2; session++)
            {
                await dynamoDb.LogAsync(Session(cognitoUser, day, session));
            }
        }

        int size = ItemSize.Of(Assert.Single(await dynamoDb.RollupsOfAsync(cognitoUser)));
        Assert.InRange(size, 1, 1024);
    }

    private static Workout Session(string userId, int day, int session) => new()
    {
        UserId = userId,
        Type = _types[(day + (session * 3)) % _types.Length],
        DurationMinutes = 47.5m,
        CaloriesBurned = 512.5m,
        DistanceKm = 10.55m,
        Timestamp = new DateTimeOffset(2026, 5, day, 7 + session, 0, 0, TimeSpan.Zero),
    };
}
