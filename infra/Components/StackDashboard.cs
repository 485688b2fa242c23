using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Infra.Components.Dashboards;

namespace WorkoutLog.Infra.Components;

/// <summary>One screen that says whether the stack is well, who notices if it is not, and what it costs.</summary>
public sealed class StackDashboard : ComponentResource
{
    public StackDashboard(string name, StackDashboardArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:StackDashboard", name, args, options)
    {
        var dashboard = new Dashboard(name, new DashboardArgs
        {
            // Part of the address that people keep, and without auto-naming in the provider.
            DashboardName = args.DashboardName,
            DashboardBody = StackDashboardContent.Of(args).ToJson(),
        }, new CustomResourceOptions { Parent = this });

        Url = Output.Format($"https://{args.Region}.console.aws.amazon.com/cloudwatch/home?region={args.Region}#dashboards/dashboard/{dashboard.DashboardName}");
        RegisterOutputs();
    }

    /// <summary>Where the dashboard is seen, for who is signed in to the account.</summary>
    [Output("url")]
    public Output<string> Url { get; }
}
