using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Functions.Tests.QueryWorkouts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Infra.Api;
using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>Both functions behind one door, which picks the function by the manifest.</summary>
internal sealed class InProcessApi(DynamoDbFixture dynamoDb, DateTimeOffset now)
{
    private readonly ProcessFunction _process = new(dynamoDb);
    private readonly QueryFunction _query = new(dynamoDb.Client, dynamoDb.Tables, new FixedTime(now));

    public Task<APIGatewayProxyResponse> SendAsync(
        string method,
        string resource,
        string? userId = null,
        string? workoutId = null,
        JsonObject? body = null,
        (string Name, string Value)[]? headers = null,
        (string Name, string Value)[]? query = null)
    {
        var proxyEvent = new APIGatewayProxyRequest
        {
            HttpMethod = method,
            Resource = resource,
            PathParameters = new Dictionary<string, string> { ["userId"] = userId ?? "", ["workoutId"] = workoutId ?? "" },
            Headers = headers?.ToDictionary(header => header.Name, header => header.Value),
            MultiValueQueryStringParameters = query?.ToDictionary(parameter => parameter.Name, IList<string> (parameter) => [parameter.Value]),
            Body = body?.ToJsonString(),
            RequestContext = new() { RequestId = "request-1", Path = resource, Identity = new() { Caller = "AIDAMODEL" } },
        };
        return Routes.All.Single(route => route.Method == method && route.Path == resource).Function == FunctionNames.ProcessWorkout
            ? _process.HandleAsync(proxyEvent)
            : _query.HandleAsync(proxyEvent);
    }
}
