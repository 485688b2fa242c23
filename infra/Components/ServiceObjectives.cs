using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.AwsNative.ApplicationSignals;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Objectives;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Components;

/// <summary>What each group of routes promises, and an alarm for each promise that will soon be broken.</summary>
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

    /// <summary>An objective's own name to the one by which Application Signals knows it.</summary>
    public ImmutableDictionary<string, Output<string>> Names { get; }

    /// <summary>Within which a p99 is fast, of each promise of latency.</summary>
    public IEnumerable<int> FastMilliseconds => _args.Objectives.OfType<Objective.Latency>().Select(latency => latency.Milliseconds).Distinct();

    /// <summary>The alarms that tell people.</summary>
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
    /// <summary>What is promised of routes of <see cref="Api"/>.</summary>
    public required ImmutableArray<Objective> Objectives { get; init; }

    /// <summary>Must emit the metrics of each route.</summary>
    public required WorkoutApi Api { get; init; }

    /// <summary>Its names also begin those of the objectives.</summary>
    public required StackAlarms Alarms { get; init; }
}
