using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>The problems that no plain request provokes at will; each stands once in a document, under the slug of its kind.</summary>
internal static class ProblemExamples
{
    private static readonly Problem[] _ofFunctions =
    [
        Problems.Of(ProblemKind.Conflict, "Other writes for this user kept getting in the way; nothing was written. Try again."),
        Problems.Refused(ProblemKind.BodyTooLarge, Problems.Error("body", "too_large", "The body must have at most 256 KB (262,144 bytes).")),
        Problems.Of(ProblemKind.InternalError, detail: null),
        Problems.Of(ProblemKind.Unavailable, "The data could not be reached in time. Try again."),
    ];

    /// <summary>Slug to the answer.</summary>
    public static JsonObject ToJson(IEnumerable<ProblemKind> kinds) => new(kinds.OrderBy(kind => kind.Slug, StringComparer.Ordinal).Select(kind =>
        KeyValuePair.Create<string, JsonNode?>(kind.Slug, new JsonObject
        {
            ["summary"] = $"{kind.Title}.",
            ["value"] = JsonNode.Parse(ExampleJson.Write(Of(kind))),
        })));

    private static Problem Of(ProblemKind kind) =>
        _ofFunctions.FirstOrDefault(problem => problem.Type == kind.Type)
        ?? (GatewayProblem.All.FirstOrDefault(problem => problem.Kind == kind) is { } ofGateway
            ? Problems.Of(kind, ofGateway.Detail)
            : throw new InvalidOperationException(
                $"A route answers the problem '{kind.Slug}', and none of its examples shows it. Add one to infra/Api/Examples, for each such route."));
}
