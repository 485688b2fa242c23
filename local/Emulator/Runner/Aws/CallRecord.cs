using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>One action of a function on one resource. A transaction or a batch leaves one for each pair that it needs.</summary>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN.</param>
/// <param name="Allowed">What the policies of the function's role say.</param>
public sealed record CallRecord(string Function, string Action, string Resource, bool Allowed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CallRecord))]
internal sealed partial class CallRecordJson : JsonSerializerContext;
