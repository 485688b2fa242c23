using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Examples;

/// <summary>
/// The examples of <c>examples.json</c>, a sequence in the order of the routes: sent in that order to an API without data, each gets
/// the answer that it documents, except for <see cref="Generated"/>.
/// </summary>
/// <remarks>
/// In the file, a text <c>$name</c> refers to one of its <c>values</c>. A problem answer gives its kind and either its errors or its
/// detail; the kind determines the rest.
/// </remarks>
internal static class ApiExamples
{
    /// <summary>Request id in every example problem; each real answer has its own.</summary>
    public const string RequestId = "8c2f6a0e-3d51-4b7a-9f0e-6d2b1c4e7a95";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonObject _file = ReadFile();

    /// <summary>
    /// Placeholders for values that the API generates: workout ids, a page's cursor, a request's time. Each represents the same value in
    /// all later requests and answers, also inside other text.
    /// </summary>
    public static ImmutableArray<string> Generated { get; } = [.. _file["generated"]!.AsArray().Select(value => value!.ToString())];

    public static ImmutableArray<ApiExample> All { get; } = [.. _file["examples"]!.AsArray().Select(example => Read(example!.AsObject()))];

    /// <summary>An example of a problem that no single request can trigger.</summary>
    public static JsonObject ProblemOf(ProblemKind kind) =>
        _file["problems"]!.AsArray().SingleOrDefault(problem => problem!["problem"]!.ToString() == kind.Slug) is JsonObject ofFunctions
            ? Problem(kind, ofFunctions)
        : GatewayProblem.All.FirstOrDefault(problem => problem.Kind == kind) is { } ofGateway
            ? Problem(kind, new JsonObject { ["detail"] = ofGateway.Detail })
        : throw new InvalidOperationException(
            $"No example shows the problem '{kind.Slug}'. Fix: add one to local/Trials/Examples/examples.json for each route that returns it.");

    private static ApiExample Read(JsonObject example)
    {
        var route = Routes.All.Single(route => route.OperationId == example["operation"]!.ToString());
        return new ApiExample(
            route, example["name"]!.ToString(), example["summary"]!.ToString(), example["request"].Deserialize<ExampleRequest>(_json)!,
            ReadAnswer(route, example["answer"]!.AsObject()));
    }

    private static ExampleAnswer ReadAnswer(Route route, JsonObject answer)
    {
        if (answer["problem"]?.ToString() is not { } slug)
        {
            return answer.Deserialize<ExampleAnswer>(_json)!;
        }

        var kind = route.AllProblems.Single(kind => kind.Slug == slug);
        return new ExampleAnswer { Status = kind.Status, MediaType = MediaTypes.Problem, Body = Problem(kind, answer) };
    }

    private static JsonObject Problem(ProblemKind kind, JsonObject text)
    {
        var errors = text["errors"].Deserialize<ProblemError[]>(_json);
        return JsonSerializer.SerializeToNode(
            new Problem
            {
                Type = kind.Type,
                Title = kind.Title,
                Status = kind.Status,
                Detail = errors switch
                {
                    null => text["detail"]?.ToString(),
                    [var only] => only.Message,
                    _ => $"{errors.Length} errors, listed in errors.",
                },
                Errors = errors,
                RequestId = RequestId,
            },
            _json)!.AsObject();
    }

    private static JsonObject ReadFile()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("Examples/examples.json")!;
        var file = JsonNode.Parse(stream)!.AsObject();
        file["examples"] = Resolve(file["examples"]!, file["values"]!);
        return file;
    }

    private static JsonNode Resolve(JsonNode node, JsonNode values) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Resolve(member.Value!, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => Resolve(item!, values))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.ToString().StartsWith('$') => values[value.ToString()[1..]]!.DeepClone(),
        _ => node.DeepClone(),
    };
}
