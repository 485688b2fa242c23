using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed class SerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<OrderJsonContext> _serializer = new();

    [Fact]
    public void Reads_a_REST_proxy_event()
    {
        var request = Read<APIGatewayProxyRequest>("""
            {
              "resource": "/stats/{userId}", "path": "/stats/athlete-1", "httpMethod": "GET",
              "headers": {"X-Test": "b"}, "multiValueHeaders": {"X-Test": ["a", "b"]},
              "queryStringParameters": null, "multiValueQueryStringParameters": {"month": ["2026-11"]},
              "pathParameters": {"userId": "athlete-1"}, "stageVariables": null,
              "requestContext": {
                "resourceId": "r", "resourcePath": "/stats/{userId}", "httpMethod": "GET", "requestId": "q",
                "accountId": "123456789012", "stage": "live", "apiId": "a", "requestTimeEpoch": 1763700000000,
                "identity": {"userArn": "arn:aws:iam::123456789012:user/u", "sourceIp": "127.0.0.1", "cognitoIdentityId": null},
                "authorizer": {"claims": {"sub": "s"}, "principalId": "p"}
              },
              "body": null, "isBase64Encoded": false, "unknown": [1]
            }
            """);

        Assert.Equal(("GET", "/stats/{userId}", "/stats/athlete-1"), (request.HttpMethod, request.Resource, request.Path));
        Assert.Equal(("athlete-1", "b"), (request.PathParameters["userId"], request.Headers["X-Test"]));
        Assert.Equal(["a", "b"], request.MultiValueHeaders["X-Test"]);
        Assert.Equal(["2026-11"], request.MultiValueQueryStringParameters["month"]);
        Assert.Equal((null, null, false), (request.QueryStringParameters, request.Body, request.IsBase64Encoded));
        var context = request.RequestContext;
        Assert.Equal(("q", 1763700000000), (context.RequestId, context.RequestTimeEpoch));
        Assert.Equal(("arn:aws:iam::123456789012:user/u", "s"), (context.Identity.UserArn, context.Authorizer.Claims["sub"]));
    }

    [Fact]
    public void Writes_a_proxy_response_with_the_names_of_API_Gateway()
    {
        var json = Write(new APIGatewayProxyResponse
        {
            StatusCode = 201,
            Headers = new Dictionary<string, string> { ["Location"] = "/workouts/1" },
            MultiValueHeaders = new Dictionary<string, IList<string>> { ["Vary"] = ["a", "b"] },
            Body = """{"name":"Zoë & <Bob>"}""",
        });

        Assert.Equal(
            """{"statusCode":201,"headers":{"Location":"/workouts/1"},"multiValueHeaders":{"Vary":["a","b"]}"""
            + ""","body":"{\"name\":\"Zoë & <Bob>\"}","isBase64Encoded":false}""",
            json);
    }

    [Fact]
    public void Omits_nulls() =>
        Assert.Equal("""{"statusCode":204,"isBase64Encoded":false}""", Write(new APIGatewayProxyResponse { StatusCode = 204 }));

    [Fact]
    public void Writes_names_as_declared_and_reads_them_in_any_case_unless_the_options_say_otherwise()
    {
        Assert.Equal("""{"Text":"a"}""", Write(new Receipt("a")));
        Assert.Equal(new Order("tea", 2), Read<Order>("""{"ITEM":"tea","count":2}"""));
        Assert.Equal(new Order(null!, 2), Read<Order>("""{"item":"tea","Count":2}""", new(options => options.PropertyNameCaseInsensitive = false)));
    }

    [Fact]
    public void Rejects_a_type_that_the_context_does_not_list()
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Write(new Version(1, 2)));

        Assert.Equal(
            "Error converting the response object of type System.Version from the Lambda function to JSON: "
            + "No JsonTypeInfo registered in WorkoutLog.Offline.Tests.Lambda.OrderJsonContext for type System.Version.",
            exception.Message);
    }

    private T Read<T>(string json, SourceGeneratorLambdaJsonSerializer<OrderJsonContext>? other = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return (other ?? _serializer).Deserialize<T>(stream);
    }

    private string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        _serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
