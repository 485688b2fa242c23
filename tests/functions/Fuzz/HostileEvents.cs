using System.Text;
using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Functions.Tests.Fuzz;

/// <summary>Hostile requests as events, and malformed events that no HTTP client can cause.</summary>
internal static class HostileEvents
{
    private static readonly (string Resource, string[] Parameters)[] _resources =
    [
        ("/workouts", []), ("/workouts/batch", []), ("/workouts/{userId}/export", ["userId"]), ("/workouts/{userId}", ["userId"]),
        ("/workouts/{userId}/{workoutId}", ["userId", "workoutId"]), ("/stats/{userId}", ["userId"]), ("/{proxy+}", []),
    ];

    public static APIGatewayProxyRequest Of(HostileRequest request)
    {
        string[] segments = request.Path.Split('/')[1..];
        var (resource, parameters) = Array.Find(_resources, candidate => Fits(candidate.Resource.Split('/')[1..], segments));
        return new()
        {
            HttpMethod = request.Method,
            Resource = resource ?? "/{proxy+}",
            Path = request.Path,
            PathParameters = parameters is null ? null : Parameters(resource!.Split('/')[1..], segments),
            Headers = request.Headers.Append(("Content-Type", request.ContentType ?? "application/json")).GroupBy(header => header.Item1).ToDictionary(header => header.Key, header => header.Last().Item2),
            MultiValueQueryStringParameters = request.Query.Length == 0 ? null : Events.Parse(request.Query),
            Body = request.Body is null ? null : Encoding.UTF8.GetString(request.Body),
            RequestContext = new()
            {
                RequestId = "request-1",
                Path = request.Path,
                Identity = Caller(request.Caller),
            },
        };
    }

    private static APIGatewayProxyRequest.RequestIdentity Caller(string name) => name switch
    {
        "service" => Events.Identity(null),
        "athlete" => Events.Identity("athlete-1"),
        "guest" => new() { CognitoIdentityId = "victim", CognitoAuthenticationType = "unauthenticated" },
        _ => new() { UserArn = "arn:aws:sts::123456789012:assumed-role/people/victim" },
    };

    /// <summary>Breaks an event in one way.</summary>
    public static void Break(APIGatewayProxyRequest proxyEvent, Random random, string mark)
    {
        Action<APIGatewayProxyRequest>[] ways =
        [
            e => e.Headers = null, e => e.PathParameters = null, e => e.RequestContext = null, e => e.RequestContext.Identity = null, e => e.RequestContext.Path = null,
            e => e.HttpMethod = null, e => e.Resource = null, e => e.Path = null, e => e.Body = null, e => e.MultiValueQueryStringParameters = null,
            e => e.Headers["If-Match"] = null!, e => e.Headers["Content-Type"] = null!, e => e.Headers["Accept"] = null!, e => e.Headers["Idempotency-Key"] = null!,
            e => e.Headers["Idempotency-Key"] = $"{mark}\r\nSet-Cookie: a=b\0", e => e.Headers["If-Match"] = "\"1\"\r\n\ud800", e => e.Headers["Accept"] = "text/csv\r\n\ud800", e => e.Headers["Content-Type"] = "application/json\r\n",
            e => e.PathParameters = new Dictionary<string, string> { ["userId"] = null!, ["workoutId"] = null! },
            e => e.PathParameters = new Dictionary<string, string> { ["userId"] = $"\ud800{mark}", ["workoutId"] = "\0" },
            e => e.PathParameters = new Dictionary<string, string> { ["userId"] = "athlete-1", ["workoutId"] = $"%{mark}%ud800" },
            e => e.MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["limit"] = null! },
            e => e.MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["limit"] = [], [mark] = [mark] },
            e => e.MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["from"] = [null!], ["cursor"] = [null!, null!] },
            e => e.MultiValueQueryStringParameters = new Dictionary<string, IList<string>> { ["from"] = ["\ud800"], ["type"] = [$"\0{mark}"], ["cursor"] = [new string('\ud800', 44)] },
            e => e.IsBase64Encoded = true,
            e => (e.IsBase64Encoded, e.Body) = (true, Convert.ToBase64String(Encoding.UTF8.GetBytes(e.Body ?? ""))),
            e => (e.IsBase64Encoded, e.Body) = (true, Convert.ToBase64String(Encoding.UTF8.GetBytes(e.Body ?? "")) + "=="),
            e => (e.IsBase64Encoded, e.Body) = (true, Convert.ToBase64String([0xFF, 0xFE, 0x00, 0xD8, .. Encoding.UTF8.GetBytes(mark)])),
            e => (e.IsBase64Encoded, e.Body) = (true, new string('A', 400_000)),
            e => (e.IsBase64Encoded, e.Body) = (true, null),
            e => e.Body = $$"""{"userId":"{{mark}}","workoutType":"RUN","durationMinutes":30,"notes":"{{'\ud800'}}"}""",
            e => e.Body = $$"""{"userId":"{{mark}}{{'\udc00'}}","workoutType":"RUN","durationMinutes":30}""",
            e => e.Body += "\ud800",
            e => e.HttpMethod = $"{mark}\0", e => e.Resource = $"/{mark}", e => e.HttpMethod = "get",
            e => e.RequestContext.Identity.CognitoIdentityId = mark, e => e.RequestContext.Identity.CognitoAuthenticationType = mark,
            e => e.RequestContext.Identity.UserArn = null, e => e.RequestContext.Identity.UserArn = $"/{mark}",
        ];
        ways[random.Next(ways.Length)](proxyEvent);
    }

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static Dictionary<string, string> Parameters(string[] template, string[] segments) => template.Zip(segments)
        .Where(pair => pair.First.StartsWith('{'))
        .ToDictionary(pair => pair.First.Trim('{', '}', '+'), pair => pair.Second);
}
