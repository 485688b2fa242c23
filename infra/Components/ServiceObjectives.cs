using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.AwsNative.ApplicationSignals;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Objectives;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Components;

/// <summary>The service level objectives of each group of routes, with burn-rate alarms.</summary>
public sealed class ServiceObjectives : ComponentResource
{
    private readonly string _name;
    private readonly ServiceObjectivesArgs _args;

    public ServiceObjectives(string name, ServiceObjectivesArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:ServiceObjectives", name, args, options)
    {
        _name = name;
        _args = args;
        var declared = args.Objectives.Select(objective => (Objective: objective, Resource: Declare(objective))).ToImmutableArray();
        Names = declared.ToImmutableDictionary(pair => pair.Objective.Name, pair => pair.Resource.Name);
        AlarmArns = [.. declared.Select(pair => Watch(pair.Objective, pair.Resource).Arn)];
        RegisterOutputs();
    }

    /// <summary>An objective's name to its name in Application Signals.</summary>
    public ImmutableDictionary<string, Output<string>> Names { get; }

    /// <summary>p99 limits of the latency objectives.</summary>
    public IEnumerable<int> FastMilliseconds => _args.Objectives.OfType<Objective.Latency>().Select(latency => latency.Milliseconds).Distinct();

    /// <summary>The alarms that notify people.</summary>
    public ImmutableArray<Output<string>> AlarmArns { get; }

    private ServiceLevelObjective Declare(Objective objective) => new(
        $"{_name}-{objective.Name}",
        ObjectiveArguments.Of(objective, $"{_args.Alarms.Names.Prefix}-{objective.Name}", _args.Api.ApiName),
        new CustomResourceOptions { Parent = this });

    private CompositeAlarm Watch(Objective objective, ServiceLevelObjective resource)
    {
        var windows = BurnAlarms.Of(objective, resource.Name, _args.Api.ApiName).Select(alarm => new MetricAlarm(
            $"{_name}-{objective.Name}-{alarm.Name}",
            AlarmArguments.Of(objective.Name, alarm, _args.Alarms),
            new CustomResourceOptions { Parent = this }));
        return new CompositeAlarm($"{_name}-{objective.Name}-burn", new CompositeAlarmArgs
        {
            AlarmName = _args.Alarms.NameOf(objective.Name, "burn"),
            AlarmDescription = _args.Alarms.Describe(BurnAlarms.Sentence(objective), objective.Kind),
            AlarmRule = Output.All(windows.Select(alarm => alarm.Name)).Apply(names => string.Join(" AND ", names.Select(name => $"ALARM(\"{name}\")"))),
            ActionsEnabled = true,
            AlarmActions = _args.Alarms.TopicArn,
            OkActions = _args.Alarms.TopicArn,
            Tags = { [StackTags.Severity] = AlarmArguments.Word(objective.Kind.Severity) },
        }, new CustomResourceOptions { Parent = this });
    }
}

public sealed class ServiceObjectivesArgs : ResourceArgs
{
    /// <summary>Objectives of routes of <see cref="Api"/>.</summary>
    public required ImmutableArray<Objective> Objectives { get; init; }

    /// <summary>Must emit the metrics of each route.</summary>
    public required WorkoutApi Api { get; init; }

    /// <summary>Its prefix also begins the objectives' names.</summary>
    public required StackAlarms Alarms { get; init; }
}
