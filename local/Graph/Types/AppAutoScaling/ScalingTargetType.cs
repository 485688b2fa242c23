namespace WorkoutLog.Local.Graph.Types;

internal sealed class ScalingTargetType() : AwsResourceType(
    Token, new Emulation.Unsupported("capacity stays as declared"),
    new Replacement("region", "resourceId", "scalableDimension", "serviceNamespace"),
    new Charge.Free("Application Auto Scaling is free; its alarms are paid with the policy"))
{
    public const string Token = "aws:appautoscaling/target:Target";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("resourceId"))];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [inputs.Word("resourceId"), inputs.Word("scalableDimension").Split(':')[^1], $"{inputs.Word("minCapacity")}–{inputs.Word("maxCapacity")}"];
}
