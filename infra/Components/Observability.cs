using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

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

    public void Watch(WorkoutFunction function) =>
        Watch(function.GetResourceName(), FunctionAlarms.Of(function.GetResourceName(), function.FunctionName, function.Settings));

    public void Watch(WorkoutApi api) => Watch(api.GetResourceName(), ApiAlarms.Of(api.ApiName, api.Routes, _args.Steady));

    public void Watch(WorkoutTable table) =>
        Watch(table.GetResourceName(), TableAlarms.Of(table.GetResourceName(), table));

    public void Watch(WorkoutEvents events) => Watch(events.GetResourceName(), EventAlarms.Of(events));

    /// <summary>Raises those of the alarms that the stack's level of monitoring has.</summary>
    /// <param name="what">Begins their names.</param>
    public void Watch(string what, ImmutableArray<Alarm> alarms) => _alarmArns.AddRange(alarms
        .Where(alarm => alarm.Kind.Level <= _args.Monitoring)
        .Select(alarm => new MetricAlarm(
            $"{_name}-{what}-{alarm.Name}",
            AlarmArguments.Of(what, alarm, _args.Alarms),
            new CustomResourceOptions { Parent = this }).Arn));
}

public sealed class ObservabilityArgs : ResourceArgs
{
    /// <summary>The functions that log, by name.</summary>
    public required ImmutableArray<string> Functions { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>There are requests at all hours, so that none at all means that nobody can reach the API.</summary>
    public required bool Steady { get; init; }

    public required StackAlarms Alarms { get; init; }

    public required int FunctionLogRetentionDays { get; init; }

    /// <summary>What the names of the log groups begin with, without a trailing slash; the same as in <see cref="CustomerKeyArgs"/>.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }
}
