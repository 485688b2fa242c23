using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Examples;

/// <summary>
/// The examples of <c>examples.json</c>. They tell one story, in the order of the routes: sent in that order to an API whose data
/// are empty, each is answered as it says, but for <see cref="MadeUp"/>.
/// </summary>
/// <remarks>
/// In the file, a text <c>$name</c> stands for one of its <c>values</c>. An answer that is a problem gives its kind and either its
/// errors or its detail; the rest follows from the kind.
/// </remarks>
internal static class ApiExamples
{
    /// <summary>In every problem; each answer has its own.</summary>
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
    /// Stands in an answer for a value that the API then made up, and in all later requests and answers, also inside of other text,
    /// for the same value: the ids of workouts, the cursor of a page, the time of a request.
    /// </summary>
    public static ImmutableArray<string> MadeUp { get; } = [.. _file["madeUp"]!.AsArray().Select(value => value!.ToString())];

    public static ImmutableArray<ApiExample> All { get; } = [.. _file["examples"]!.AsArray().Select(example => Read(example!.AsObject()))];

    /// <summary>A problem that no plain request provokes at will.</summary>
    public static JsonObject ProblemOf(ProblemKind kind) =>
        _file["problems"]!.AsArray().SingleOrDefault(problem => problem!["problem"]!.ToString() == kind.Slug) is JsonObject ofFunctions
            ? Problem(kind, ofFunctions)
        : GatewayProblem.All.FirstOrDefault(problem => problem.Kind == kind) is { } ofGateway
            ? Problem(kind, new JsonObject { ["detail"] = ofGateway.Detail })
        : throw new InvalidOperationException(
            $"A route answers the problem '{kind.Slug}', and none of its examples shows it. Add one to local/Trials/Examples/examples.json, for each such route.");

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
                    _ => $"{errors.Length} errors, each named under errors.",
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
