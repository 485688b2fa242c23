namespace WorkoutLog.Local.Graph.Types;

internal sealed class ServiceLevelObjectiveType() : AwsResourceType(
    Token,
    new Emulation.Supported(("goal", "burn rates are computed, attainment over the whole interval is not")),
    new Replacement("name") { NamedBy = "name" },
    new Charge.ByUsage((objective, _, _) =>
    [
        // Signals are made of its metrics, minute after minute, with or without a request.
        new(Token, "signals of objectives", "applicationSignal",
            (objective.Inputs["requestBasedSli"] is null ? Assumptions.SignalsOfLatency : Assumptions.SignalsOfAvailability) * 60 * Workload.HoursPerMonth),
    ]))
{
    public const string Token = "aws-native:applicationsignals:ServiceLevelObjective";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.Arn("application-signals", $"slo/{resource.Name}")),
        ("arn", resource.Arn("application-signals", $"slo/{resource.Name}")),
        ("evaluationType", resource.Inputs.ContainsKey("requestBasedSli") ? "RequestBased" : "PeriodBased"),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("description")];
}
