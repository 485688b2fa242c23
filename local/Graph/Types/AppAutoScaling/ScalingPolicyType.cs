namespace WorkoutLog.Local.Graph.Types;

internal sealed class ScalingPolicyType() : AwsResourceType(
    Token, new Emulation.Unsupported("capacity stays as declared"),
    new Replacement("name", "region", "resourceId", "scalableDimension", "serviceNamespace") { NamedBy = "name" },
    new Charge.ByUsage((_, _, _) => [new(Token, "alarms of the autoscaling", "alarm", AlarmsPerPolicy)]))
{
    public const string Token = "aws:appautoscaling/policy:Policy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("autoscaling", $"scalingPolicy:{resource.ShortId}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [$"{inputs.Word("targetTrackingScalingPolicyConfiguration", "targetValue")} % in use"];

    /// <summary>Application Auto Scaling keeps two alarms on the use of a DynamoDB capacity and two on the capacity itself.</summary>
    public const int AlarmsPerPolicy = 4;
}
