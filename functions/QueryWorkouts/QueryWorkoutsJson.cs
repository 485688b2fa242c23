using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;

namespace WorkoutLog.QueryWorkouts;

/// <summary>All types that this function reads from or writes to JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(StatsResponse))]
[JsonSerializable(typeof(WorkoutPage))]
[JsonSerializable(typeof(WorkoutResponse))]
public sealed partial class QueryWorkoutsJson : JsonSerializerContext
{
    /// <summary>For responses.</summary>
    public static QueryWorkoutsJson Readable { get; } = new(Responses.ReadableJson);
}
