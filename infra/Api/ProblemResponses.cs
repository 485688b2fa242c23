using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>The answers of a document that say what went wrong.</summary>
internal static class ProblemResponses
{
    private static readonly ProblemKind[] _passing = [ProblemKind.Conflict, GatewayKinds.TooManyRequests, ProblemKind.Unavailable];

    /// <param name="kinds">All of one status.</param>
    /// <param name="schema">That of <see cref="Problem"/>.</param>
    public static JsonObject Of(IEnumerable<ProblemKind> kinds, JsonObject schema)
    {
        var response = new JsonObject { ["description"] = string.Join("; ", kinds.Select(kind => kind.Title)) };
        if (kinds.Any(_passing.Contains))
        {
            response["headers"] = new JsonObject
            {
                [HeaderNames.RetryAfter] = new JsonObject
                {
                    ["description"] = "Seconds until the next try",
                    ["schema"] = new JsonObject { ["type"] = "integer" },
                },
            };
        }

        response["content"] = new JsonObject { [MediaTypes.Problem] = new JsonObject { ["schema"] = schema } };
        return response;
    }
}
