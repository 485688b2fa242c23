namespace WorkoutLog.Local.Examples;

/// <summary>The document for the API's users: the routes, a description of each field and an example of every answer.</summary>
internal static class PublishedDocument
{
    public static JsonObject Create()
    {
        var document = PublishedHead.Add(OpenApiDocument.Create(Routes.Definition));
        ContractDescriptions.Read().AddTo(document["components"]!["schemas"]!.AsObject());
        foreach (var example in ApiExamples.All)
        {
            Add(document.OperationOf(example.Route), example);
        }

        var others = new SortedDictionary<string, ProblemKind>(StringComparer.Ordinal);
        foreach (var route in Routes.All)
        {
            AddProblems(document.OperationOf(route), OthersOf(route), others);
        }

        // Each is in the document once, under the slug of its kind.
        document["components"]!["examples"] = new JsonObject(others.Values.Select(kind => KeyValuePair.Create<string, JsonNode?>(
            kind.Slug, new JsonObject { ["summary"] = $"{kind.Title}.", ["value"] = ApiExamples.ProblemOf(kind) })));
        return document;
    }

    // All parts of the request and the answer share the example's name.
    private static void Add(JsonObject operation, ApiExample example)
    {
        var answer = example.Answer;
        // An invalid request is not an example of a valid one; its answer shows the reason.
        if (answer.Status != ProblemKind.InvalidRequest.Status)
        {
            AddRequest(operation, example);
        }

        var response = operation["responses"]![Text(answer.Status)]!;
        foreach (var (name, value) in answer.Headers)
        {
            ExamplesOf(response["headers"]![name]!)[example.Name] = new JsonObject { ["value"] = value };
        }

        if (answer.Body is not null)
        {
            ExamplesOf(response["content"]![answer.MediaType]!)[example.Name] = Example(example, answer.Body);
        }
    }

    private static void AddRequest(JsonObject operation, ApiExample example)
    {
        var request = example.Request;
        AddParameters(operation, example.Name, "path", request.Path);
        AddParameters(operation, example.Name, "query", request.Query);
        AddParameters(
            operation, example.Name, "header", request.Headers.Where(header => header.Key is not (HeaderNames.Accept or HeaderNames.ContentType)));
        // The document has no place for a body of an unsupported type.
        if (request.Body is not null && !request.Headers.ContainsKey(HeaderNames.ContentType))
        {
            ExamplesOf(operation["requestBody"]!["content"]![MediaTypes.Json]!)[example.Name] = Example(example, request.Body);
        }
    }

    private static void AddParameters(JsonObject operation, string example, string place, IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = operation["parameters"]!.AsArray()
                .Single(parameter => parameter!["name"]!.ToString() == name && parameter["in"]!.ToString() == place)!;
            JsonNode typed = parameter["schema"]!["type"]!.ToString() is "integer" or "boolean" ? JsonNode.Parse(value)! : value;
            ExamplesOf(parameter)[example] = new JsonObject { ["value"] = typed };
        }
    }

    private static void AddProblems(JsonObject operation, IEnumerable<ProblemKind> kinds, SortedDictionary<string, ProblemKind> seen)
    {
        foreach (var kind in kinds)
        {
            seen[kind.Slug] = kind;
            var content = operation["responses"]![Text(kind.Status)]!["content"]![MediaTypes.Problem]!;
            ExamplesOf(content)[kind.Slug] = new JsonObject { ["$ref"] = $"#/components/examples/{kind.Slug}" };
        }
    }

    /// <summary>The route's problem kinds that no example triggers.</summary>
    private static IEnumerable<ProblemKind> OthersOf(Route route)
    {
        var provoked = ApiExamples.All.Where(example => example.Route == route && example.Answer.MediaType == MediaTypes.Problem)
            .Select(example => example.Answer.Body!["type"]!.ToString())
            .ToHashSet();
        return route.AllProblems.Where(kind => !provoked.Contains(kind.Type));
    }

    /// <summary>The examples of a parameter, a header or a body; empty at first.</summary>
    private static JsonObject ExamplesOf(JsonNode described)
    {
        if (described["examples"] is not JsonObject examples)
        {
            described["examples"] = examples = [];
        }

        return examples;
    }

    private static JsonObject Example(ApiExample example, JsonNode value) => new() { ["summary"] = example.Summary, ["value"] = value.DeepClone() };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
