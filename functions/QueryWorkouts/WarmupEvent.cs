namespace WorkoutLog.QueryWorkouts;

/// <summary>The event that <see cref="Http.Warmup"/> replays: this function's most frequent request.</summary>
internal static class WarmupEvent
{
    public static byte[] GetStats =>
        """
        {
          "resource": "/stats/{userId}",
          "path": "/stats/warmup",
          "httpMethod": "GET",
          "headers": { "Accept": "application/json" },
          "multiValueHeaders": { "Accept": ["application/json"] },
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": { "userId": "warmup" },
          "stageVariables": null,
          "requestContext": {
            "accountId": "000000000000", "apiId": "warmup", "httpMethod": "GET", "path": "/v1/stats/warmup", "requestId": "warmup",
            "requestTimeEpoch": 0, "resourcePath": "/stats/{userId}", "stage": "v1",
            "identity": { "cognitoAuthenticationType": "authenticated", "cognitoIdentityId": "warmup", "sourceIp": "127.0.0.1" }
          },
          "body": null,
          "isBase64Encoded": false
        }
        """u8.ToArray();
}
