using System.Reflection;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>The classes made from the official declarations have the names and types that the real packages have.</summary>
public sealed class GeneratedSdkTests
{
    [Theory]
    [InlineData("Pulumi.Aws.DynamoDB.TableArgs", "GlobalSecondaryIndexes", "InputList<TableGlobalSecondaryIndexArgs>")]
    [InlineData("Pulumi.Aws.DynamoDB.TableArgs", "ReadCapacity", "Input<Int32>")]
    [InlineData("Pulumi.Aws.DynamoDB.Inputs.TableAttributeArgs", "Type", "Input<String>")]
    [InlineData("Pulumi.Aws.DynamoDB.Table", "Tags", "Output<ImmutableDictionary<String,String>>")]
    [InlineData("Pulumi.Aws.AppAutoScaling.Target", "ResourceId", "Output<String>")]
    [InlineData("Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs", "TargetValue", "Input<Double>")]
    [InlineData("Pulumi.Aws.Iam.RoleArgs", "AssumeRolePolicy", "InputUnion<String,PolicyDocumentArgs>")]
    [InlineData("Pulumi.Aws.Iam.RolePolicyArgs", "Role", "Input<String>")]
    [InlineData("Pulumi.Aws.Lambda.FunctionArgs", "Code", "Input<Archive>")]
    [InlineData("Pulumi.Aws.Lambda.FunctionArgs", "Runtime", "InputUnion<String,Runtime>")]
    [InlineData("Pulumi.Aws.Lambda.Inputs.AliasRoutingConfigArgs", "AdditionalVersionWeights", "InputMap<Double>")]
    [InlineData("Pulumi.Aws.Lambda.PermissionArgs", "Function", "Input<String>")]
    [InlineData("Pulumi.Aws.ApiGateway.DeploymentArgs", "Triggers", "InputMap<String>")]
    [InlineData("Pulumi.Aws.ApiGateway.DomainNameArgs", "Domain", "Input<String>")]
    [InlineData("Pulumi.Aws.ApiGateway.Inputs.MethodSettingsSettingsArgs", "ThrottlingRateLimit", "Input<Double>")]
    [InlineData("Pulumi.Aws.CloudWatch.MetricAlarmArgs", "AlarmActions", "InputList<String>")]
    [InlineData("Pulumi.Aws.CloudWatch.MetricAlarmArgs", "Threshold", "Input<Double>")]
    [InlineData("Pulumi.Aws.Kms.KeyArgs", "EnableKeyRotation", "Input<Boolean>")]
    [InlineData("Pulumi.Aws.Sns.TopicSubscriptionArgs", "Topic", "Input<String>")]
    [InlineData("Pulumi.Aws.Ssm.ParameterArgs", "Type", "InputUnion<String,ParameterType>")]
    [InlineData("Pulumi.Aws.WafV2.WebAclAssociationArgs", "WebAclArn", "Input<String>")]
    public void A_property_has_its_real_name_and_type(string type, string property, string expected)
    {
        var found = Assembly.Load("Pulumi.Aws").GetType(type)?.GetProperty(property)?.PropertyType;

        Assert.Equal(expected, found is null ? null : Display(found));
    }

    [Theory]
    [InlineData("ServiceLevelObjectiveGoalArgs", "AttainmentGoal")]
    [InlineData("ServiceLevelObjectiveGoalArgs", "WarningThreshold")]
    [InlineData("ServiceLevelObjectiveSliArgs", "MetricThreshold")]
    [InlineData("ServiceLevelObjectiveRequestBasedSliArgs", "MetricThreshold")]
    public void An_objective_has_fractional_thresholds(string type, string property)
    {
        var found = Assembly.Load("Pulumi.AwsNative")
            .GetType($"Pulumi.AwsNative.ApplicationSignals.Inputs.{type}")?.GetProperty(property)?.PropertyType;

        Assert.Equal("Input<Double>", found is null ? null : Display(found));
    }

    [Theory]
    [InlineData("GetCallerIdentity", "AccountId")]
    [InlineData("GetPartition", "Partition")]
    [InlineData("GetRegion", "Region")]
    public void A_function_can_be_awaited_or_invoked(string function, string result)
    {
        var assembly = Assembly.Load("Pulumi.Aws");

        var methods = assembly.GetType($"Pulumi.Aws.{function}")!.GetMethods(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(["Invoke", "Invoke", "InvokeAsync"], methods.Select(method => method.Name).Order());
        Assert.Equal(typeof(string), assembly.GetType($"Pulumi.Aws.{function}Result")!.GetField(result)!.FieldType);
    }

    private static string Display(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(',', type.GenericTypeArguments.Select(Display))}>"
        : type.Name;
}
