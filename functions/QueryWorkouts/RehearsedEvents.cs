namespace WorkoutLog.QueryWorkouts;

/// <summary>What <see cref="Http.Startup.Rehearsal"/> plays: the request that this function gets most.</summary>
internal static class RehearsedEvents
{
    public static byte[] GetStats =>
        """
        {
          "resource": "/stats/{userId}",
          "path": "/stats/rehearsal",
          "httpMethod": "GET",
          "headers": { "Accept": "application/json" },
          "multiValueHeaders": { "Accept": ["application/json"] },
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": { "userId": "rehearsal" },
          "stageVariables": null,
          "requestContext": {
            "accountId": "000000000000", "apiId": "rehearsal", "httpMethod": "GET", "path": "/v1/stats/rehearsal", "requestId": "rehearsal",
            "requestTimeEpoch": 0, "resourcePath": "/stats/{userId}", "stage": "v1",
            "identity": { "caller": "rehearsal", "sourceIp": "127.0.0.1", "userArn": "arn:aws:iam::000000000000:user/rehearsal" }
          },
          "body": null,
          "isBase64Encoded": false
        }
        """u8.ToArray();
}
