using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace WorkoutLog.Infra.Components;

/// <summary>Where the stack is looked at: log groups and alarms.</summary>
public sealed class Observability : ComponentResource
{
    public Observability(string name, ObservabilityArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:Observability", name, args, options)
    {
        LogGroups = args.Functions.ToImmutableDictionary(function => function, function => new LogGroup($"{name}-{function}", new LogGroupArgs
        {
            RetentionInDays = args.FunctionLogRetentionDays,
        }, new CustomResourceOptions { Parent = this }));
        RegisterOutputs();
    }

    /// <summary>Function name to its log group.</summary>
    public ImmutableDictionary<string, LogGroup> LogGroups { get; }

    /// <summary>Raises an alarm when a function fails again and again; one error at night is no alarm.</summary>
    public void Watch(WorkoutFunction function)
    {
        var name = function.GetResourceName();
        _ = new MetricAlarm($"{this.GetResourceName()}-{name}-errors", new MetricAlarmArgs
        {
            AlarmDescription = $"{name} fails: at least 3 errors in 5 minutes, twice in 15 minutes.",
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            // The alias, not the function: what callers reach.
            Dimensions =
            {
                ["FunctionName"] = function.FunctionName,
                ["Resource"] = Output.Format($"{function.FunctionName}:{WorkoutFunction.AliasName}"),
            },
            Statistic = "Sum",
            Period = 300,
            EvaluationPeriods = 3,
            DatapointsToAlarm = 2,
            Threshold = 3,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            TreatMissingData = "notBreaching",
        }, new CustomResourceOptions { Parent = this });
    }
}
