namespace WorkoutLog.ProcessWorkout;

/// <summary>What <see cref="Http.Startup.Rehearsal"/> plays: the request that this function gets most.</summary>
public static class RehearsedEvents
{
    public static byte[] LogWorkout =>
        """
        {
          "resource": "/workouts",
          "path": "/workouts",
          "httpMethod": "POST",
          "headers": { "Content-Type": "application/json", "Idempotency-Key": "rehearsal" },
          "multiValueHeaders": { "Content-Type": ["application/json"], "Idempotency-Key": ["rehearsal"] },
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": null,
          "stageVariables": null,
          "requestContext": {
            "accountId": "000000000000", "apiId": "rehearsal", "httpMethod": "POST", "path": "/v1/workouts", "requestId": "rehearsal",
            "requestTimeEpoch": 0, "resourcePath": "/workouts", "stage": "v1",
            "identity": { "caller": "rehearsal", "sourceIp": "127.0.0.1", "userArn": "arn:aws:iam::000000000000:user/rehearsal" }
          },
          "body": "{\"userId\":\"rehearsal\",\"workoutType\":\"RUN\",\"durationMinutes\":42.5,\"caloriesBurned\":480,\"distanceKm\":8.4,\"notes\":\"-\",\"workoutTimestamp\":\"2026-01-02T03:04:05.678901+01:00\"}",
          "isBase64Encoded": false
        }
        """u8.ToArray();
}
