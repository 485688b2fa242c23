using System.Text.Json.Nodes;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;

namespace WorkoutLog.Infra.Tests.Api;

public class OpenApiDocumentTests
{
    private static readonly JsonObject _document = OpenApiDocument.Create(WorkoutApi.Title, Routes.All);

    [Fact]
    public void Has_each_route_once()
    {
        var operations = _document["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Assert.Equal(Routes.All.Select(route => route.Name).Order(), operations.Order());
    }

    [Fact]
    public void Makes_the_request_model_from_the_CSharp_type()
    {
        var model = _document["components"]!["schemas"]!["WorkoutRequest"]!;

        Assert.Equal(
            ["userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp"],
            model["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["userId", "workoutType", "durationMinutes"], model["required"]!.AsArray().Select(name => name!.ToString()));
        Assert.False(model["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void A_client_may_send_null_for_what_it_may_leave_out()
    {
        var properties = _document["components"]!["schemas"]!["WorkoutRequest"]!["properties"]!;

        Assert.Equal("""{"type":"number","nullable":true}""", properties["distanceKm"]!.ToJsonString());
        Assert.Equal("""{"type":"number"}""", properties["durationMinutes"]!.ToJsonString());
    }

    [Fact]
    public void An_answer_leaves_out_what_it_has_not()
    {
        var properties = _document["components"]!["schemas"]!["Problem"]!["properties"]!;

        Assert.Equal("""{"type":"string"}""", properties["detail"]!.ToJsonString());
    }

    [Fact]
    public void Refers_only_to_models_that_it_holds()
    {
        var schemas = _document["components"]!["schemas"]!.AsObject().Select(schema => $"#/components/schemas/{schema.Key}").ToHashSet();

        Assert.All(References(_document), reference => Assert.Contains(reference, schemas));
    }

    [Fact]
    public void Knows_no_list_of_types_which_OpenAPI_3_0_lacks()
    {
        Assert.DoesNotContain("\"type\":[", _document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_of_API_Gateway()
    {
        Assert.DoesNotContain("x-amazon", _document.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_problems_of_the_gateway_besides_those_of_the_function()
    {
        Assert.Equal(["201", "400", "403", "409", "413", "415", "429", "500", "503", "504"], Statuses("/workouts", "post"));
        Assert.Equal(["200", "400", "403", "429", "500", "503", "504"], Statuses("/stats/{userId}", "get"));
    }

    [Fact]
    public void The_published_document_is_the_one_that_the_routes_make() =>
        CommittedFile.Holds(OpenApiDocument.PublishedPath, _ => _document.ToText(indented: true) + "\n");

    private static IEnumerable<string> Statuses(string path, string method) =>
        _document["paths"]![path]![method]!["responses"]!.AsObject().Select(response => response.Key);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key == "$ref" ? [member.Value!.ToString()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
