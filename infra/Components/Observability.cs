using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Components;

/// <summary>Where the stack is looked at: the log groups of its functions, and the alarms.</summary>
public sealed class Observability : ComponentResource
{
    private readonly string _name;
    private readonly MonitoringLevel _monitoring;
    private readonly Input<string> _topicArn;
    private readonly List<Output<string>> _alarmArns = [];

    public Observability(string name, ObservabilityArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:Observability", name, args, options)
    {
        _name = name;
        _monitoring = args.Monitoring;
        _topicArn = args.AlarmTopic.Arn;
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
        Add(function.GetResourceName(), AlarmCatalogue.OfFunction(function.GetResourceName(), function.FunctionName));

    public void Watch(WorkoutApi api) => Add(api.GetResourceName(), AlarmCatalogue.OfApi(api.ApiName));

    public void Watch(WorkoutTable table) =>
        Add(table.GetResourceName(), AlarmCatalogue.OfTable(table.GetResourceName(), table.TableName, _monitoring));

    private void Add(string what, ImmutableArray<Alarm> alarms) => _alarmArns.AddRange(alarms.Select(alarm =>
        new MetricAlarm($"{_name}-{what}-{alarm.Name}", AlarmArguments.Of(alarm, _topicArn), new CustomResourceOptions { Parent = this }).Arn));
}
