using System.Text.Encodings.Web;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;
using WorkoutLog.Local.Examples;
using Document = Microsoft.OpenApi.OpenApiDocument;
using Route = WorkoutLog.Infra.Api.Route;

namespace WorkoutLog.Local.Tests.Examples;

public class PublishedDocumentTests
{
    // Parsed again, as a reader of the file gets it.
    private static readonly JsonObject _document = JsonNode.Parse(PublishedDocument.Create().ToText())!.AsObject();

    private static readonly SchemaCheck _schemas = new(_document);

    public static TheoryData<string> Operations => [.. Routes.All.Select(route => route.OperationId)];

    [Fact]
    public void Is_the_committed_one() => CommittedFile.Holds(Routes.PublishedDocument, _ => _document.ToText(indented: true) + "\n");

    [Fact]
    public void Is_valid_OpenAPI()
    {
        var result = Document.Parse(_document.ToText(), "json");

        Assert.Empty(result.Diagnostic!.Errors.Select(error => error.ToString()));
        Assert.Empty(result.Diagnostic.Warnings.Select(warning => warning.ToString()));
        Assert.Equal(Routes.All.Length, result.Document!.Paths.Sum(path => path.Value.Operations!.Count));
    }

    [Fact]
    public void Names_each_operation_once()
    {
        var ids = _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["operationId"]!.ToString());

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void References_resolve() => Assert.All(References(_document), reference => Assert.NotNull(_schemas.Resolve(reference)));

    [Fact]
    public void Contains_no_API_Gateway_extensions() => Assert.DoesNotContain("x-amazon", _document.ToText(), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Operations))]
    public void Each_example_fits_its_schema(string operationId)
    {
        var errors = Described(OperationOf(operationId)).SelectMany(described => described["examples"]!.AsObject().SelectMany(example =>
            _schemas.Errors(described["schema"]!, ValueOf(example.Value!), example.Key)));

        Assert.Empty(errors);
    }

    [Theory, MemberData(nameof(Operations))]
    public void Each_kind_of_problem_has_an_example_under_its_status(string operationId)
    {
        var route = Route(operationId);
        var shown = OperationOf(operationId)["responses"]!.AsObject()
            .Where(response => response.Value!["content"]?["application/problem+json"] is not null)
            .SelectMany(response => response.Value!["content"]!["application/problem+json"]!["examples"]!.AsObject()
                .Select(example => $"{response.Key} {ValueOf(example.Value!)!["status"]} {ValueOf(example.Value!)!["type"]}"));

        Assert.Equal(route.AllProblems.Select(kind => $"{kind.Status} {kind.Status} {kind.Type}").Order(), shown.Distinct().Order());
    }

    [Theory, MemberData(nameof(Operations))]
    public void Each_form_of_success_has_an_example(string operationId)
    {
        var route = Route(operationId);

        Assert.All(route.Successes, answer =>
        {
            Assert.Contains(ApiExamples.All, example => example.Route == route && example.Answer.Status == answer.Status);
            Assert.All(
                OperationOf(operationId)["responses"]![$"{answer.Status}"]!["content"]?.AsObject().ToArray() ?? [],
                content => Assert.NotEmpty(content.Value!["examples"]!.AsObject()));
        });
    }

    [Theory]
    [InlineData("WorkoutRequest.userId", """{"type":"string","minLength":1,"maxLength":128,"pattern":"^[A-Za-z0-9._:@-]\u002B$"}""")]
    [InlineData("WorkoutRequest.durationMinutes", """{"type":"number","minimum":0,"maximum":10080,"exclusiveMinimum":true}""")]
    [InlineData("WorkoutReplacement.workoutTimestamp", """{"type":"string","nullable":true,"format":"date-time"}""")]
    [InlineData("BatchRequest.workouts", """{"type":"array","items":{"$ref":"#/components/schemas/BatchWorkout"},"minItems":1,"maxItems":25}""")]
    [InlineData("BatchResult.status", """{"type":"integer","format":"int32"}""")]
    public void A_field_has_the_bounds_of_its_contract(string field, string expected)
    {
        var schema = (JsonObject)_schemas.Resolve($"#/components/schemas/{field.Replace(".", "/properties/", StringComparison.Ordinal)}").DeepClone();
        schema.Remove("description");

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), schema.ToJsonString());
    }

    [Fact]
    public void Every_text_and_list_of_a_request_is_bounded()
    {
        string[] bounds = ["maxLength", "pattern", "format", "maxItems", "enum"];
        var fields = _document["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Value!["additionalProperties"] is JsonValue)
            .SelectMany(schema => schema.Value!["properties"]!.AsObject().Select(field => (Name: $"{schema.Key}.{field.Key}", Schema: field.Value!)))
            .Where(field => $"{field.Schema["type"]}" is "string" or "array");

        Assert.Empty(fields.Where(field => !bounds.Any(bound => field.Schema[bound] is not null)).Select(field => field.Name));
    }

    // URLs distinguish API versions by the stage, so a new major version is a new stage.
    [Fact]
    public void Has_the_version_of_the_changelog()
    {
        var version = _document["info"]!["version"]!.ToString();

        Assert.Matches(@"^\d+\.\d+\.\d+$", version);
        Assert.Equal(WorkoutApi.StageName, $"v{version.Split('.')[0]}");
        Assert.Contains($"API {version}", File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "CHANGELOG.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_no_body_of_a_refused_type()
    {
        var bodies = OperationOf("logWorkout")["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        Assert.False(bodies.ContainsKey("not-json"));
        Assert.True(bodies.ContainsKey("run"));
    }

    [Fact]
    public void States_the_default_limits()
    {
        var said = _document["components"]!["schemas"]!["WorkoutRequest"]!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.All(WorkoutLimit.All, limit => Assert.Contains(
            limit == WorkoutLimit.EarliestYear ? $"year {limit.Default}" : $"{limit.Default:N0}", said, StringComparison.Ordinal));
    }

    private static Route Route(string operationId) => Routes.All.Single(route => route.OperationId == operationId);

    private static JsonObject OperationOf(string operationId) => _document.OperationOf(Route(operationId));

    // Every parameter, header and body that has examples.
    private static IEnumerable<JsonObject> Described(JsonNode? node) => node switch
    {
        JsonObject map => (map.ContainsKey("examples") ? [map] : Enumerable.Empty<JsonObject>()).Concat(map.SelectMany(member => Described(member.Value))),
        JsonArray list => list.SelectMany(Described),
        _ => [],
    };

    private static JsonNode? ValueOf(JsonNode example) => example["$ref"] is { } reference ? _schemas.Resolve(reference.ToString())["value"] : example["value"];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key == "$ref" ? [member.Value!.ToString()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
