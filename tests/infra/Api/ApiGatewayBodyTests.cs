namespace WorkoutLog.Infra.Tests.Api;

public class ApiGatewayBodyTests
{
    private static readonly JsonObject _body = JsonNode.Parse(ApiGatewayBody.Create(
        Routes.Definition,
        Routes.All.Select(route => route.Function).Distinct().ToDictionary(function => function, function => $"arn:of:{function}")))!.AsObject();

    [Fact]
    public void Each_operation_calls_its_function()
    {
        Assert.All(Routes.All, route => Assert.Equal(
            $$"""{"type":"aws_proxy","httpMethod":"POST","uri":"arn:of:{{route.Function}}","passthroughBehavior":"when_no_match"}""",
            _body.OperationOf(route)["x-amazon-apigateway-integration"]!.ToJsonString()));
    }

    [Fact]
    public void Body_and_parameters_of_each_operation_are_validated()
    {
        Assert.All(Routes.All, route =>
        {
            var validator = _body.OperationOf(route)["x-amazon-apigateway-request-validator"]!.ToString();
            Assert.Equal(
                """{"validateRequestBody":true,"validateRequestParameters":true}""",
                _body["x-amazon-apigateway-request-validators"]![validator]!.ToJsonString());
        });
    }

    [Fact]
    public void Each_operation_is_authorised_by_IAM()
    {
        Assert.All(Routes.All, route => Assert.Equal("""[{"sigv4":[]}]""", _body.OperationOf(route)["security"]!.ToJsonString()));
        Assert.Equal(
            """{"type":"apiKey","name":"Authorization","in":"header","x-amazon-apigateway-authtype":"awsSigv4"}""",
            _body["components"]!["securitySchemes"]!["sigv4"]!.ToJsonString());
    }

    [Fact]
    public void A_parameter_is_declared_by_no_more_than_its_presence()
    {
        var limit = _body.OperationOf(Routes.All.Single(route => route.OperationId == "listWorkouts"))["parameters"]!.AsArray()
            .Single(parameter => parameter!["name"]!.ToString() == "limit")!;

        Assert.False(limit["required"]!.GetValue<bool>());
        Assert.Equal("""{"type":"integer"}""", limit["schema"]!.ToJsonString());
    }

    [Fact]
    public void Each_schema_of_an_answer_is_a_model()
    {
        var contents = _body["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["responses"]!.AsObject())
            .SelectMany(response => response.Value!["content"]?.AsObject().ToArray() ?? []);

        Assert.All(contents, content => Assert.StartsWith("#/components/schemas/", content.Value!["schema"]!["$ref"]!.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WorkoutRequest", """{"userId":{},"workoutType":{},"durationMinutes":{},"caloriesBurned":{},"distanceKm":{},"notes":{},"workoutTimestamp":{},"externalId":{}}""")]
    [InlineData("BatchRequest", """{"workouts":{"type":"array","items":{}}}""")]
    public void The_model_of_a_body_is_its_outer_shape_for_the_functions_name_every_field(string name, string properties)
    {
        var model = _body["components"]!["schemas"]![name]!;

        Assert.Equal("object", model["type"]!.ToString());
        Assert.Equal((null, null), (model["required"], model["additionalProperties"]));
        Assert.Equal(properties, model["properties"]!.ToJsonString());
        Assert.DoesNotContain("nullable", _body.ToJsonString(), StringComparison.Ordinal);
    }
}
