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
    public void Only_the_presence_of_a_parameter_is_declared()
    {
        var limit = _body.OperationOf(Routes.All.Single(route => route.OperationId == "listWorkouts"))["parameters"]!.AsArray()
            .Single(parameter => parameter!["name"]!.ToString() == "limit")!;

        Assert.False(limit["required"]!.GetValue<bool>());
        Assert.Equal("""{"type":"integer"}""", limit["schema"]!.ToJsonString());
    }

    [Fact]
    public void Each_response_schema_is_a_model()
    {
        var contents = _body["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["responses"]!.AsObject())
            .SelectMany(response => response.Value!["content"]?.AsObject().ToArray() ?? []);

        Assert.All(contents, content => Assert.StartsWith("#/components/schemas/", content.Value!["schema"]!["$ref"]!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Bodies_have_no_model_because_the_functions_validate_them()
    {
        Assert.All(Routes.All, route => Assert.Null(_body.OperationOf(route)["requestBody"]));
        Assert.DoesNotContain(_body["components"]!["schemas"]!.AsObject(), schema => schema.Value!["additionalProperties"] is not null);
        Assert.DoesNotContain("nullable", _body.ToJsonString(), StringComparison.Ordinal);
    }
}
