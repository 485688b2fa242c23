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
        ObjectiveArguments.Of(objective, $"{_args.Prefix}-{objective.Name}", _args.Api.ApiName),
        new CustomResourceOptions { Parent = this });

    private CompositeAlarm Watch(Objective objective, ServiceLevelObjective resource)
    {
        var windows = BurnAlarms.Of(objective, resource.Name, _args.Api.ApiName).Select(alarm => new MetricAlarm(
            $"{_name}-{objective.Name}-{alarm.Name}",
            AlarmArguments.Of(alarm, _args.Runbooks, _args.AlarmTopic.Arn),
            new CustomResourceOptions { Parent = this }));
        return new CompositeAlarm($"{_name}-{objective.Name}-burn", new CompositeAlarmArgs
        {
            // Without auto-naming in the provider.
            AlarmName = $"{_args.Prefix}-{objective.Name}-burn",
            AlarmDescription = BurnAlarms.Describe(objective, _args.Runbooks),
            AlarmRule = Output.All(windows.Select(alarm => alarm.Name)).Apply(names => string.Join(" AND ", names.Select(name => $"ALARM(\"{name}\")"))),
            ActionsEnabled = true,
            AlarmActions = _args.AlarmTopic.Arn,
            OkActions = _args.AlarmTopic.Arn,
            Tags = { [StackTags.Severity] = AlarmArguments.Word(objective.Kind.Severity) },
        }, new CustomResourceOptions { Parent = this });
    }
}

public sealed class ServiceObjectivesArgs : ResourceArgs
{
    /// <summary>Begins the names of the objectives and of their alarms, which are unique in the account and region.</summary>
    public required string Prefix { get; init; }

    /// <summary>What is promised of routes of <see cref="Api"/>.</summary>
    public required ImmutableArray<Objective> Objectives { get; init; }

    /// <summary>Must emit the metrics of each route.</summary>
    public required WorkoutApi Api { get; init; }

    public required Runbooks Runbooks { get; init; }

    /// <summary>Where alarms go.</summary>
    public required AlarmTopic AlarmTopic { get; init; }
}
