using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Domain.Validation;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.QueryWorkouts;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class JsonContextTests
{
    [Theory]
    [InlineData("ProcessWorkout")]
    [InlineData("QueryWorkouts")]
    public void A_function_can_not_fall_back_to_reflection(string function)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{function}.runtimeconfig.json");

        var settings = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(settings.GetProperty("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault").GetBoolean());
    }

    [Fact]
    public void Fields_have_in_JSON_the_names_that_errors_call_them()
    {
        string[] names = [.. typeof(WorkoutFields).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

        var json = ProcessWorkoutJson.Default;
        JsonTypeInfo[] bodies = [json.WorkoutRequest, json.BatchRequest, json.BatchWorkout, json.WorkoutReplacement];
        Assert.Equal(bodies.SelectMany(body => body.Properties).Select(property => property.Name).Distinct().Order(), names.Order());
    }

    [Fact]
    public void Reads_an_event_of_API_Gateway()
    {
        using var json = new MemoryStream("""
            {"resource":"/stats/{userId}","path":"/stats/a%3Ab","httpMethod":"GET","headers":null,"pathParameters":{"userId":"a%3Ab"},
             "requestContext":{"path":"/dev/stats/a%3Ab","requestId":"r-1","identity":{"cognitoIdentityId":"a:b","sourceIp":"203.0.113.1"},"authorizer":null},
             "body":null,"isBase64Encoded":false}
            """u8.ToArray());

        var read = new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>().Deserialize<APIGatewayProxyRequest>(json);

        Assert.Equal(
            ("/stats/{userId}", "GET", "a%3Ab", "/dev/stats/a%3Ab", "r-1", "a:b"),
            (read.Resource, read.HttpMethod, read.PathParameters["userId"], read.RequestContext.Path, read.RequestContext.RequestId, read.RequestContext.Identity.CognitoIdentityId));
    }

    [Fact]
    public void Writes_an_answer_for_API_Gateway()
    {
        using var json = new MemoryStream();
        var answer = new APIGatewayProxyResponse { StatusCode = 201, Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" }, Body = "{}" };

        new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>().Serialize(answer, json);

        var written = JsonSerializer.Deserialize<JsonElement>(json.ToArray());
        Assert.Equal((201, "{}"), (written.GetProperty("statusCode").GetInt32(), written.GetProperty("body").GetString()));
        Assert.Equal("application/json", written.GetProperty("headers").GetProperty("Content-Type").GetString());
    }
}
