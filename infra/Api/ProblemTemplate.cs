using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>API Gateway's templates of problems, with <c>$context</c> variables.</summary>
internal static class ProblemTemplate
{
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="type">See <see cref="ApiDefinition.ProblemType"/>.</param>
    /// <param name="withStatus">False if the status is unknown: a template cannot read the response's status, and a wrong one is worse than none.</param>
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

    /// <summary>The same template for each media type that a client may accept.</summary>
    /// <remarks>Without a match API Gateway uses <c>application/json</c>. The header has the actual media type.</remarks>
    public static JsonObject ForAnyClient(string template) => new() { [MediaTypes.Json] = template, [MediaTypes.Problem] = template };

    /// <summary>A literal value: API Gateway reads a value without single quotes as a mapping expression.</summary>
    public static string Literal(string value) => $"'{value}'";
}
