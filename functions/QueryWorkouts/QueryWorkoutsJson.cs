using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;

namespace WorkoutLog.QueryWorkouts;

/// <summary>Everything that this function reads from or writes to JSON; nothing is left to reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(StatsResponse))]
public sealed partial class QueryWorkoutsJson : JsonSerializerContext;
