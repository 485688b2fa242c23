using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>A metric that a function writes into its log: CloudWatch makes one of each name and set of dimensions.</summary>
/// <param name="Type">Value of the dimension of the workout type; empty without it.</param>
/// <param name="EventsPerDay">How often it is written.</param>
internal sealed record EmittedMetric(string Name, string Type, double EventsPerDay)
{
    private static readonly string[] _ofNewWorkouts = [MetricNames.WorkoutsLogged, MetricNames.CaloriesBurned, MetricNames.DurationMinutes];

    public static IEnumerable<EmittedMetric> Of(GraphResource function, Workload load) => function.Name switch
    {
        FunctionNames.ProcessWorkout => OfWrites(function, load.LogsPerDay),
        FunctionNames.QueryWorkouts => [new(MetricNames.ConsumedReadUnits, "", load.ReadsPerDay)],
        _ => [],
    };

    private static IEnumerable<EmittedMetric> OfWrites(GraphResource function, double logs)
    {
        var variables = function.Inputs["environment"]!["variables"]!.AsObject();
        string[] types = Enum.Parse<MonitoringLevel>(variables.Text(FunctionEnvironment.Monitoring)!, ignoreCase: true) == MonitoringLevel.Detailed
            ? variables.Text(FunctionEnvironment.SupportedTypes)!.Split(',')
            : [];
        return
        [
            .. _ofNewWorkouts.Select(name => new EmittedMetric(name, "", logs)),
            .. types.Zip(TypeMix.Of(types.Length)).SelectMany(type => _ofNewWorkouts.Select(name => new EmittedMetric(name, type.First, logs * type.Second))),
            new(MetricNames.ConsumedWriteUnits, "", logs),
            new(MetricNames.ValidationErrors, "", logs * Assumptions.RefusedPerLog),
            new(MetricNames.IdempotentReplays, "", logs * Assumptions.ReplaysPerLog),
            new(MetricNames.Conflicts, "", logs * Assumptions.ConflictsPerLog),
        ];
    }
}
