using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.DynamoDB;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>
/// Target tracking for the reads and writes of a table and each of its indexes. Application Auto Scaling always uses its service-linked
/// role for DynamoDB and ignores a role that is given.
/// </summary>
internal static class CapacityScaling
{
    private static readonly ImmutableArray<string> _directions = ["Read", "Write"];

    public static void Add(string name, Table table, TableCapacity.Autoscaled capacity, ImmutableArray<string> indexes, Resource parent)
    {
        foreach (var direction in _directions)
        {
            var suffix = direction.ToLowerInvariant();
            AddTarget($"{name}-{suffix}", "table", Output.Format($"table/{table.Name}"), direction, capacity.Table, parent);
            foreach (var index in indexes)
            {
                AddTarget($"{name}-{index}-{suffix}", "index", Output.Format($"table/{table.Name}/index/{index}"), direction, capacity.Index, parent);
            }
        }
    }

    private static void AddTarget(string name, string kind, Output<string> resourceId, string direction, CapacityRange capacity, Resource parent)
    {
        var target = new Target($"{name}-target", new TargetArgs
        {
            ServiceNamespace = "dynamodb",
            ResourceId = resourceId,
            ScalableDimension = $"dynamodb:{kind}:{direction}CapacityUnits",
            MinCapacity = capacity.Min,
            MaxCapacity = capacity.Max,
        }, new CustomResourceOptions { Parent = parent });

        _ = new Policy($"{name}-scaling", new PolicyArgs
        {
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ResourceId = target.ResourceId,
            ScalableDimension = target.ScalableDimension,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = capacity.TargetPercent,
                PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = $"DynamoDB{direction}CapacityUtilization",
                },
            },
        }, new CustomResourceOptions { Parent = parent });
    }
}
