using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>The document for the API's users: that of the routes, with a description of each field and an example of everything that can happen.</summary>
public static class PublishedDocument
{
    /// <param name="examples">Of these routes.</param>
    public static JsonObject Create(string title, IReadOnlyCollection<Route> routes, IReadOnlyCollection<ApiExample> examples)
    {
        var document = OpenApiDocument.Create(title, routes);
        ContractDescriptions.Read().AddTo(document["components"]!["schemas"]!.AsObject());
        foreach (var example in examples)
        {
            OperationExamples.Add(document.OperationOf(example.Route), example);
        }

        var others = new HashSet<ProblemKind>();
        foreach (var route in routes)
        {
            AddProblems(document.OperationOf(route), OthersOf(route, examples), others);
        }

        document["components"]!["examples"] = ProblemExamples.ToJson(others);
        return document;
    }

    /// <summary>The kinds of a route that no example of a request provokes.</summary>
    private static IEnumerable<ProblemKind> OthersOf(Route route, IReadOnlyCollection<ApiExample> examples)
    {
        var provoked = examples.Where(example => example.Route == route && example.Answer.MediaType == MediaTypes.Problem)
            .Select(example => JsonNode.Parse(example.Answer.Body!)!["type"]!.ToString())
            .ToHashSet();
        return route.AllProblems.Where(kind => !provoked.Contains(kind.Type));
    }

    private static void AddProblems(JsonObject operation, IEnumerable<ProblemKind> kinds, HashSet<ProblemKind> seen)
    {
        foreach (var kind in kinds)
        {
            seen.Add(kind);
            var status = kind.Status.ToString(CultureInfo.InvariantCulture);
            var content = operation["responses"]![status]!["content"]![MediaTypes.Problem]!.AsObject();
            OperationExamples.ExamplesOf(content)[kind.Slug] = new JsonObject { ["$ref"] = $"#/components/examples/{kind.Slug}" };
        }
    }
}
