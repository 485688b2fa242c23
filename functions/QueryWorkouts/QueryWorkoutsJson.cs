using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;

namespace WorkoutLog.QueryWorkouts;

/// <summary>Everything that this function reads from or writes to JSON; nothing is left to reflection.</summary>
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
    /// <summary>For answers.</summary>
    public static QueryWorkoutsJson Readable { get; } = new(Answers.ReadableJson);
}
