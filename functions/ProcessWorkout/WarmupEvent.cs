namespace WorkoutLog.ProcessWorkout;

/// <summary>The event that <see cref="Http.Warmup"/> replays: this function's most frequent request.</summary>
public static class WarmupEvent
{
    public static byte[] LogWorkout =>
        """
        {
          "resource": "/workouts",
          "path": "/workouts",
          "httpMethod": "POST",
          "headers": { "Content-Type": "application/json", "Idempotency-Key": "warmup" },
          "multiValueHeaders": { "Content-Type": ["application/json"], "Idempotency-Key": ["warmup"] },
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": null,
          "stageVariables": null,
          "requestContext": {
            "accountId": "000000000000", "apiId": "warmup", "httpMethod": "POST", "path": "/v1/workouts", "requestId": "warmup",
            "requestTimeEpoch": 0, "resourcePath": "/workouts", "stage": "v1",
            "identity": { "cognitoAuthenticationType": "authenticated", "cognitoIdentityId": "warmup", "sourceIp": "127.0.0.1" }
          },
          "body": "{\"userId\":\"warmup\",\"workoutType\":\"RUN\",\"durationMinutes\":42.5,\"caloriesBurned\":480,\"distanceKm\":8.4,\"notes\":\"-\",\"workoutTimestamp\":\"2026-01-02T03:04:05.678901+01:00\"}",
          "isBase64Encoded": false
        }
        """u8.ToArray();
}
