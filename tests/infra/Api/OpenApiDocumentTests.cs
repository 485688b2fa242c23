namespace WorkoutLog.Infra.Tests.Api;

public class OpenApiDocumentTests
{
    private static readonly JsonObject _document = OpenApiDocument.Create(Routes.Definition);

    [Fact]
    public void Has_each_route_once()
    {
        var operations = _document["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Assert.Equal(Routes.All.Select(route => route.Name).Order(), operations.Order());
    }

    [Fact]
    public void Declares_each_parameter_that_a_path_has() => Assert.All(Routes.All, route => Assert.Equal(
        Route.PathParameterNames(route.Path), route.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).Select(parameter => parameter.Name)));

    [Fact]
    public void Makes_the_request_model_from_the_CSharp_type()
    {
        var model = _document["components"]!["schemas"]!["WorkoutRequest"]!;

        Assert.Equal(
            ["userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp", "externalId"],
            model["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["userId", "workoutType", "durationMinutes"], model["required"]!.AsArray().Select(name => name!.ToString()));
        Assert.False(model["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void Optional_request_members_may_be_null()
    {
        var properties = _document["components"]!["schemas"]!["WorkoutRequest"]!["properties"]!;

        Assert.Equal("""{"type":"number","nullable":true}""", properties["distanceKm"]!.ToJsonString());
        Assert.Equal("""{"type":"number"}""", properties["durationMinutes"]!.ToJsonString());
    }

    [Fact]
    public void Responses_omit_null_members()
    {
        var properties = _document["components"]!["schemas"]!["Problem"]!["properties"]!;

        Assert.Equal("""{"type":"string"}""", properties["detail"]!.ToJsonString());
    }

    [Fact]
    public void Has_no_list_of_types_which_OpenAPI_3_0_lacks()
    {
        Assert.DoesNotContain("\"type\":[", _document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Contains_no_API_Gateway_extensions()
    {
        Assert.DoesNotContain("x-amazon", _document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_the_problems_of_API_Gateway_and_of_the_function()
    {
        Assert.Equal(["201", "200", "400", "403", "409", "413", "415", "422", "429", "500", "503", "504"], Statuses("/workouts", "post"));
        Assert.Equal(["200", "400", "403", "429", "500", "503", "504"], Statuses("/stats/{userId}", "get"));
    }

    [Fact]
    public void Lists_all_problems_of_a_status() => Assert.Equal(
        "Not allowed for this user; Not allowed; The request is not signed; The signature is not valid; The credentials have expired; "
        + "The firewall refused the request",
        _document["paths"]!["/stats/{userId}"]!["get"]!["responses"]!["403"]!["description"]!.ToString());

    [Theory]
    [InlineData("409")]
    [InlineData("429")]
    [InlineData("503")]
    public void Documents_Retry_After_on_temporary_problems(string status) =>
        Assert.NotNull(_document["paths"]!["/workouts"]!["post"]!["responses"]![status]!["headers"]!["Retry-After"]);

    [Fact]
    public void Describes_each_parameter_and_requires_only_path_parameters()
    {
        var parameters = Routes.All.SelectMany(route => _document.OperationOf(route)["parameters"]?.AsArray().ToArray() ?? []).ToList();

        Assert.All(parameters, parameter => Assert.NotEmpty(parameter!["description"]!.ToString()));
        Assert.All(parameters, parameter => Assert.Equal(parameter!["in"]!.ToString() == "path", parameter["required"]!.GetValue<bool>()));
        Assert.Equal(
            """{"type":"integer","minimum":1,"maximum":100,"default":20}""",
            parameters.First(parameter => parameter!["name"]!.ToString() == "limit")!["schema"]!.ToJsonString());
    }

    [Fact]
    public void A_response_without_a_body_has_no_content()
    {
        var answer = _document["paths"]!["/workouts/{userId}/{workoutId}"]!["delete"]!["responses"]!["204"]!;

        Assert.Null(answer["content"]);
    }

    [Fact]
    public void An_export_has_two_media_types() => Assert.Equal(
        """{"application/json":{"schema":{"$ref":"#/components/schemas/WorkoutPage"}},"text/csv":{"schema":{"type":"string"}}}""",
        _document["paths"]!["/workouts/{userId}/export"]!["get"]!["responses"]!["200"]!["content"]!.ToJsonString());

    private static IEnumerable<string> Statuses(string path, string method) =>
        _document["paths"]![path]![method]!["responses"]!.AsObject().Select(response => response.Key);
}
