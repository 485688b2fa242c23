using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components.Dashboards;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components;

/// <summary>The dashboard of the stack: health, usage and cost.</summary>
public sealed class StackDashboard : ComponentResource
{
    public StackDashboard(string name, StackDashboardArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:StackDashboard", name, args, options)
    {
        var dashboard = new Dashboard(name, new DashboardArgs
        {
            // Not auto-named by the provider, and part of a URL that people bookmark.
            DashboardName = args.DashboardName,
            DashboardBody = StackDashboardContent.Of(args).ToJson(),
        }, new CustomResourceOptions { Parent = this });

        Url = Output.Format($"https://{args.Region}.console.aws.amazon.com/cloudwatch/home?region={args.Region}#dashboards/dashboard/{dashboard.DashboardName}");
        RegisterOutputs();
    }

    /// <summary>URL of the dashboard in the console; requires a sign-in to the account.</summary>
    [Output("url")]
    public Output<string> Url { get; }
}

public sealed class StackDashboardArgs : ResourceArgs
{
    /// <summary>Unique in the account: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string DashboardName { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    public required WorkoutApi Api { get; init; }

    public required ImmutableArray<WorkoutFunction> Functions { get; init; }

    public required ImmutableArray<WorkoutTable> Tables { get; init; }

    public required ImmutableArray<LogGroup> LogGroups { get; init; }

    /// <summary>Null in a stack without objectives.</summary>
    public required ServiceObjectives? Objectives { get; init; }

    /// <summary>Null in a stack without events.</summary>
    public WorkoutEvents? Events { get; init; }

    public required Runbooks Runbooks { get; init; }

    /// <summary>Kinds with a runbook link, limited to the level of monitoring.</summary>
    public ImmutableArray<AlarmKind> AlarmKinds { get; init; } = AlarmKind.Standard;

    /// <summary>Usage graphs.</summary>
    public ImmutableArray<Graph> Activity { get; init; } = [];

    /// <summary>Graphs of the application's own metrics.</summary>
    public ImmutableArray<Graph> Application { get; init; } = [];

    /// <summary>ARNs of the shown alarms.</summary>
    public required ImmutableArray<Output<string>> Alarms { get; init; }
}
