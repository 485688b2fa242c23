using System.Text.Json.Nodes;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Tests.Api;

public class OpenApiDocumentTests
{
    private static readonly JsonNode _document = JsonNode.Parse(OpenApiDocument.Create(
        "WorkoutLog",
        Routes.All,
        Routes.All.Select(route => route.Function).Distinct().ToDictionary(function => function, function => $"arn:of:{function}")))!;

    [Fact]
    public void Has_each_route_once()
    {
        var operations = _document["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Assert.Equal(Routes.All.Select(route => $"{route.Method} {route.Path}").Order(), operations.Order());
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
        Assert.Equal("number", model["properties"]!["distanceKm"]!["type"]!.ToString());
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
        Assert.DoesNotContain("\"type\":[", _document.ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key == "$ref" ? [member.Value!.ToString()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
