using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>Problems as API Gateway writes them: the text of one, with <c>$context</c> variables in it.</summary>
internal static class ProblemTemplate
{
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="type">See <see cref="ApiDefinition.ProblemType"/>.</param>
    /// <param name="withStatus">False where it is not known: a template can't name that of the answer which it becomes, and a wrong one is worse than none.</param>
    public static string Of(string type, ProblemKind kind, string detail, bool withStatus = true, string? serverTime = null)
    {
        var problem = JsonSerializer.SerializeToNode(new Problem
        {
            Type = type + kind.Slug,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
            ServerTime = serverTime,
            RequestId = "$context.requestId",
        }, _serializer)!.AsObject();
        if (!withStatus)
        {
            problem.Remove("status");
        }

        return problem.ToJsonString(_serializer);
    }

    /// <summary>The template for each media type that a client may ask for: whatever it is, the answer is the same.</summary>
    /// <remarks>Without a match API Gateway takes that of <c>application/json</c>. The header says what the answer really is.</remarks>
    public static JsonObject ForAnyClient(string template) => new() { [MediaTypes.Json] = template, [MediaTypes.Problem] = template };

    /// <summary>A fixed value: API Gateway takes a value without single quotes as the name of something in the request.</summary>
    public static string Literal(string value) => $"'{value}'";
}
