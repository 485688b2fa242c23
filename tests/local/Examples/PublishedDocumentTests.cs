using WorkoutLog.Infra.Api;
using WorkoutLog.Local.Examples;
using Document = Microsoft.OpenApi.OpenApiDocument;
using Route = WorkoutLog.Infra.Api.Route;

namespace WorkoutLog.Local.Tests.Examples;

public class PublishedDocumentTests
{
    // Parsed again, so that it is what a reader of the file gets.
    private static readonly JsonObject _document = JsonNode.Parse(PublishedDocument.Create().ToText())!.AsObject();

    private static readonly SchemaCheck _schemas = new(_document);

    public static TheoryData<string> Operations => [.. Routes.All.Select(route => route.OperationId)];

    [Fact]
    public void Is_the_one_that_stands_in_the_repository() => CommittedFile.Holds(Routes.PublishedDocument, _ => _document.ToText(indented: true) + "\n");

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
    public void Refers_only_to_what_it_holds() => Assert.All(References(_document), reference => Assert.NotNull(_schemas.Resolve(reference)));

    [Fact]
    public void Says_nothing_of_API_Gateway() => Assert.DoesNotContain("x-amazon", _document.ToText(), StringComparison.Ordinal);

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

    [Fact]
    public void Shows_no_body_of_a_type_that_is_refused()
    {
        var bodies = OperationOf("logWorkout")["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        Assert.False(bodies.ContainsKey("not-json"));
        Assert.True(bodies.ContainsKey("run"));
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
