using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Everything that this function reads from or writes to JSON; nothing is left to reflection.</summary>
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
    /// <summary>For answers: leaves all letters and signs as they are, for an answer is never shown as HTML.</summary>
    public static ProcessWorkoutJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
