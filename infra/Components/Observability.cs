using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

namespace WorkoutLog.Infra.Components;

/// <summary>The functions' log groups, and the alarms.</summary>
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
            // Not auto-named, because the key policy names the groups before they exist.
            Name = $"{args.LogGroupPath}/{function}",
            RetentionInDays = args.FunctionLogRetentionDays,
            KmsKeyId = args.Key?.Arn,
        }, new CustomResourceOptions { Parent = this }));
        RegisterOutputs();
    }

    /// <summary>Function name to its log group.</summary>
    public ImmutableDictionary<string, LogGroup> LogGroups { get; }

    /// <summary>The alarms created so far, in the order of the <c>Watch</c> calls.</summary>
    public ImmutableArray<Output<string>> AlarmArns => [.. _alarmArns];

    public void Watch(WorkoutFunction function) =>
        Watch(function.GetResourceName(), FunctionAlarms.Of(function.GetResourceName(), function.FunctionName, function.Settings));

    public void Watch(WorkoutApi api) => Watch(api.GetResourceName(), ApiAlarms.Of(api.ApiName, api.Routes, _args.Steady));

    public void Watch(WorkoutTable table) =>
        Watch(table.GetResourceName(), TableAlarms.Of(table.GetResourceName(), table));

    public void Watch(WorkoutEvents events) => Watch(events.GetResourceName(), EventAlarms.Of(events));

    /// <summary>Creates the alarms of the stack's level of monitoring.</summary>
    /// <param name="what">Prefix of their names.</param>
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

    /// <summary>There is traffic at all hours, so no traffic means that the API is unreachable.</summary>
    public required bool Steady { get; init; }

    public required StackAlarms Alarms { get; init; }

    public required int FunctionLogRetentionDays { get; init; }

    /// <summary>Prefix of the log groups' names, without a trailing slash; the same as in <see cref="CustomerKeyArgs"/>.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for an AWS-owned key.</summary>
    public required CustomerKey? Key { get; init; }
}
