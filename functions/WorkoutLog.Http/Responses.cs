using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Storage;

namespace WorkoutLog.Http;

/// <summary>Builds responses; none of them may be cached.</summary>
public static class Responses
{
    private const string RetryAfterSeconds = "1";

    /// <summary>Escapes only what JSON requires, because responses are never shown as HTML. A context owns its options, so each call creates new ones.</summary>
    public static JsonSerializerOptions ReadableJson => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static APIGatewayProxyResponse NoContent() => new() { StatusCode = 204, Headers = Headers(contentType: null) };

    public static APIGatewayProxyResponse Json<T>(int status, T body, JsonTypeInfo<T> type) =>
        WithBody(status, MediaTypes.Json, JsonSerializer.Serialize(body, type));

    /// <summary>A workout, with its version in the header <c>ETag</c>.</summary>
    public static APIGatewayProxyResponse Workout(int status, StoredWorkout stored, JsonTypeInfo<WorkoutResponse> type)
    {
        APIGatewayProxyResponse answer = Json(status, Show(stored), type);
        answer.Headers[HeaderNames.ETag] = ETagOf(stored);
        return answer;
    }

    /// <summary>An <c>application/problem+json</c>, with <c>Retry-After</c> where a retry may help.</summary>
    public static APIGatewayProxyResponse Of(Problem problem)
    {
        APIGatewayProxyResponse answer = WithBody(
            problem.Status, MediaTypes.Problem, JsonSerializer.Serialize(problem, ProblemJson.Readable.Problem));
        if (problem.Type == ProblemKind.Conflict.Type || problem.Type == ProblemKind.Unavailable.Type)
        {
            answer.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        }

        return answer;
    }

    public static APIGatewayProxyResponse WithBody(int status, string contentType, string body) =>
        new() { StatusCode = status, Headers = Headers(contentType), Body = body };

    /// <summary>A stored workout as the API returns it.</summary>
    public static WorkoutResponse Show(StoredWorkout stored) => new()
    {
        WorkoutId = stored.Id.ToString(),
        UserId = stored.Workout.UserId,
        WorkoutType = stored.Workout.Type,
        DurationMinutes = stored.Workout.DurationMinutes,
        CaloriesBurned = stored.Workout.CaloriesBurned,
        DistanceKm = stored.Workout.DistanceKm,
        Notes = stored.Workout.Notes,
        WorkoutTimestamp = LocalTimestamp.Format(stored.Workout.Timestamp),
        ExternalId = stored.Workout.ExternalId,
    };

    /// <summary>A strong entity tag: the version in quotation marks.</summary>
    public static string ETagOf(StoredWorkout stored) => string.Create(CultureInfo.InvariantCulture, $"\"{stored.Version}\"");

    private static Dictionary<string, string> Headers(string? contentType)
    {
        var headers = new Dictionary<string, string>();
        if (contentType is not null)
        {
            headers[HeaderNames.ContentType] = contentType;
        }

        headers["Cache-Control"] = "no-store";
        return headers;
    }
}

[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    public static ProblemJson Readable { get; } = new(Responses.ReadableJson);
}
