namespace WorkoutLog.Infra.Tests.Api;

public class FallbackMethodTests
{
    private const string Any = "x-amazon-apigateway-any-method";

    private static readonly JsonObject _paths = JsonNode.Parse(ApiGatewayBody.Create(
        Routes.Definition,
        Routes.All.Select(route => route.Function).Distinct().ToDictionary(function => function, function => $"arn:of:{function}")))!["paths"]!.AsObject();

    public static TheoryData<string> Paths => [.. _paths.Select(path => path.Key)];

    [Fact]
    public void Every_unknown_path_and_method_has_a_response()
    {
        Assert.Equal(
            [
                "/ 404",
                "/stats 404",
                "/stats/{userId} 405 GET, HEAD",
                "/stats/{userId}/{proxy+} 404",
                "/workouts 405 POST",
                "/workouts/batch 405 POST",
                "/workouts/batch/{proxy+} 404",
                "/workouts/{userId} 405 GET, HEAD",
                "/workouts/{userId}/export 405 GET, HEAD",
                "/workouts/{userId}/export/{proxy+} 404",
                "/workouts/{userId}/{workoutId} 405 DELETE, GET, HEAD, PUT",
                "/workouts/{userId}/{workoutId}/{proxy+} 404",
                "/{proxy+} 404",
            ],
            _paths.Select(path => $"{path.Key} {Status(path.Key)} {Allow(path.Key)?.Trim('\'')}".TrimEnd()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_level_has_at_most_one_variable_child(string path)
    {
        var children = _paths.Select(other => other.Key)
            .Where(other => other.StartsWith($"{path.TrimEnd('/')}/{{", StringComparison.Ordinal))
            .Select(other => other[(path.TrimEnd('/').Length + 1)..].Split('/')[0])
            .Distinct();

        Assert.True(children.Count() <= 1);
    }

    [Theory]
    [InlineData("/{proxy+}", "There is no such path.", "route-not-found", "No such path", 404)]
    [InlineData("/workouts/{userId}/{workoutId}", "This path allows DELETE, GET, HEAD, PUT.", "method-not-allowed", "Method not allowed", 405)]
    public void The_response_is_a_problem(string path, string detail, string slug, string title, int status)
    {
        Assert.Equal(
            $$"""{"type":"urn:workout-log:problem:{{slug}}","title":"{{title}}","status":{{status}},"detail":"{{detail}}","requestId":"$context.requestId"}""",
            Answer(path)["responseTemplates"]!["application/json"]!.ToString());
        Assert.Equal("'application/problem+json'", Header(path, "Content-Type"));
        Assert.Equal("'no-store'", Header(path, "Cache-Control"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_integration_has_a_status_and_sets_only_declared_headers(string path)
    {
        var integration = Integration(path);
        var status = Status(path);

        Assert.Equal("mock", integration["type"]!.ToString());
        Assert.Equal("never", integration["passthroughBehavior"]!.ToString());
        Assert.All(integration["requestTemplates"]!.AsObject(), template =>
            Assert.Equal(status, JsonNode.Parse(template.Value!.ToString())!["statusCode"]!.ToJsonString()));
        Assert.Contains("application/json", integration["requestTemplates"]!.AsObject().Select(template => template.Key));
        var response = Assert.Single(_paths[path]![Any]!["responses"]!.AsObject());
        Assert.Equal(status, response.Key);
        Assert.Equal(
            response.Value!["headers"]!.AsObject().Select(header => $"method.response.header.{header.Key}"),
            Answer(path)["responseParameters"]!.AsObject().Select(parameter => parameter.Key));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_response_requires_authorisation(string path)
    {
        Assert.Equal("""[{"sigv4":[]}]""", _paths[path]![Any]!["security"]!.ToJsonString());
        Assert.Equal("body-and-parameters", _paths[path]![Any]!["x-amazon-apigateway-request-validator"]!.ToString());
    }

    private static JsonNode Integration(string path) => _paths[path]![Any]!["x-amazon-apigateway-integration"]!;

    private static JsonNode Answer(string path) => Integration(path)["responses"]!["default"]!;

    private static string Status(string path) => Answer(path)["statusCode"]!.ToString();

    private static string? Allow(string path) => Header(path, "Allow");

    private static string? Header(string path, string name) => Answer(path)["responseParameters"]![$"method.response.header.{name}"]?.ToString();
}
