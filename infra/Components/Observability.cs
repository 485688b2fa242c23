using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Alarms.Catalogue;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>Where the stack is looked at: the log groups of its functions, and the alarms.</summary>
public sealed class Observability : ComponentResource
{
    private readonly string _name;
    private readonly ObservabilityArgs _args;
    private readonly List<Output<string>> _alarmArns = [];

    public Observability(string name, ObservabilityArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:Observability", name, args, options)
    {
        _name = name;
        _args = args;
        LogGroups = args.Functions.ToImmutableDictionary(function => function, function => new LogGroup($"{name}-{function}", new LogGroupArgs
        {
            // The policy of the key names the groups before they are there, so the name is not left to auto-naming.
            Name = $"{args.LogGroupPath}/{function}",
            RetentionInDays = args.FunctionLogRetentionDays,
            KmsKeyId = args.Key?.Arn,
        }, new CustomResourceOptions { Parent = this }));
        RegisterOutputs();
    }

    /// <summary>Function name to its log group.</summary>
    public ImmutableDictionary<string, LogGroup> LogGroups { get; }

    /// <summary>The alarms raised so far, in the order of the <c>Watch</c> calls.</summary>
    public ImmutableArray<Output<string>> AlarmArns => [.. _alarmArns];

    public void Watch(WorkoutFunction function, FunctionSettings settings) =>
        Add(function.GetResourceName(), FunctionAlarms.Of(function.GetResourceName(), function.FunctionName, settings));

    public void Watch(WorkoutApi api, ImmutableArray<Route> routes) =>
        Add(api.GetResourceName(), ApiAlarms.Of(api.ApiName, routes, _args.Production));

    public void Watch(WorkoutTable table, TableCapacity capacity) =>
        Add(table.GetResourceName(), TableAlarms.Of(table.GetResourceName(), table.TableName, capacity));

    /// <summary>Watches what the functions and the repair say of themselves.</summary>
    /// <param name="environment">The stack, as they name it.</param>
    public void WatchApplication(string environment) => Add("application", ApplicationAlarms.Of(environment));

    private void Add(string what, ImmutableArray<Alarm> alarms) => _alarmArns.AddRange(alarms
        .Where(alarm => alarm.Kind.Level <= _args.Monitoring)
        .Select(alarm => new MetricAlarm(
            $"{_name}-{what}-{alarm.Name}",
            AlarmArguments.Of(alarm, _args.Runbooks, _args.AlarmTopic.Arn),
            new CustomResourceOptions { Parent = this }).Arn));
}
