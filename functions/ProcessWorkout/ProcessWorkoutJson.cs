using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;

namespace WorkoutLog.ProcessWorkout;

/// <summary>All types that this function reads from or writes to JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(WorkoutRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(WorkoutReplacement))]
[JsonSerializable(typeof(WorkoutResponse))]
[JsonSerializable(typeof(BatchResponse))]
public sealed partial class ProcessWorkoutJson : JsonSerializerContext
{
    /// <summary>For responses.</summary>
    public static ProcessWorkoutJson Readable { get; } = new(Responses.ReadableJson);
}
