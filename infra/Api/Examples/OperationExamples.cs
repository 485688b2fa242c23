using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Puts an example into an operation: under one name wherever a part of the request or of the answer is described.</summary>
internal static class OperationExamples
{
    public static void Add(JsonObject operation, ApiExample example)
    {
        AddParameters(operation, example);
        if (example.Request is { Body: { } body } request && !request.Headers.ContainsKey(HeaderNames.ContentType))
        {
            // One of a type that is refused has no place in the document.
            ExamplesOf(operation["requestBody"]!["content"]![MediaTypes.Json]!)[example.Name] = Example(example, JsonNode.Parse(body)!);
        }

        var response = operation["responses"]![example.Answer.Status.ToString(CultureInfo.InvariantCulture)]!;
        foreach (var (name, value) in example.Answer.Headers)
        {
            ExamplesOf(response["headers"]![name]!)[example.Name] = new JsonObject { ["value"] = value };
        }

        if (example.Answer is { MediaType: { } mediaType, Body: { } answer })
        {
            var value = mediaType == MediaTypes.Csv ? answer : JsonNode.Parse(answer)!;
            ExamplesOf(response["content"]![mediaType]!)[example.Name] = Example(example, value);
        }
    }

    /// <summary>The examples of a parameter, a header or a body; empty at first.</summary>
    public static JsonObject ExamplesOf(JsonNode described)
    {
        if (described["examples"] is not JsonObject examples)
        {
            described["examples"] = examples = [];
        }

        return examples;
    }

    private static void AddParameters(JsonObject operation, ApiExample example)
    {
        var request = example.Request;
        AddParameters(operation, example.Name, "path", request.Path);
        AddParameters(operation, example.Name, "query", request.Query);
        AddParameters(operation, example.Name, "header", request.Headers.RemoveRange([HeaderNames.Accept, HeaderNames.ContentType]));
    }

    private static void AddParameters(JsonObject operation, string example, string place, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = operation["parameters"]!.AsArray()
                .Single(parameter => parameter!["name"]!.ToString() == name && parameter["in"]!.ToString() == place)!;
            JsonNode typed = parameter["schema"]!["type"]!.ToString() == "integer" ? int.Parse(value, CultureInfo.InvariantCulture) : value;
            ExamplesOf(parameter)[example] = new JsonObject { ["value"] = typed };
        }
    }

    private static JsonObject Example(ApiExample example, JsonNode value) => new() { ["summary"] = example.Summary, ["value"] = value };
}
