using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>
/// What Pulumi calls to make, change and delete a resource, besides reading it: from AWS's own descriptions of its types and the provider's
/// sources, as far as they tell.
/// </summary>
internal static class NeededActions
{
    private const string Account = $"{Template.Region}:{Template.Account}";
    private const string Stages = $"arn:aws:apigateway:{Template.Region}::/restapis/4a2ebe1252/stages/v1";

    private static readonly Dictionary<string, string> _byType = new(StringComparer.Ordinal)
    {
        ["aws-native:applicationsignals:ServiceLevelObjective"] =
            "application-signals:CreateServiceLevelObjective UpdateServiceLevelObjective DeleteServiceLevelObjective GetServiceLevelObjective ListServiceLevelObjectiveExclusionWindows BatchUpdateExclusionWindows TagResource UntagResource ListTagsForResource",
        ["aws:apigateway/account:Account"] = "apigateway:GET PATCH",
        ["aws:apigateway/basePathMapping:BasePathMapping"] = "apigateway:GET POST PATCH DELETE",
        ["aws:apigateway/deployment:Deployment"] = "apigateway:GET POST PATCH DELETE",
        ["aws:apigateway/domainName:DomainName"] = "apigateway:GET POST PATCH DELETE",
        ["aws:apigateway/methodSettings:MethodSettings"] = "apigateway:GET PATCH",
        ["aws:apigateway/restApi:RestApi"] = "apigateway:GET POST PUT PATCH DELETE UpdateRestApiPolicy",
        ["aws:apigateway/stage:Stage"] = "apigateway:GET POST PATCH DELETE",
        ["aws:appautoscaling/policy:Policy"] = "application-autoscaling:PutScalingPolicy DeleteScalingPolicy DescribeScalingPolicies",
        ["aws:appautoscaling/target:Target"] =
            "application-autoscaling:RegisterScalableTarget DeregisterScalableTarget DescribeScalableTargets TagResource UntagResource ListTagsForResource",
        ["aws:backup/plan:Plan"] = "backup:CreateBackupPlan GetBackupPlan UpdateBackupPlan DeleteBackupPlan TagResource UntagResource ListTags",
        ["aws:backup/selection:Selection"] = "backup:CreateBackupSelection GetBackupSelection DeleteBackupSelection",
        ["aws:backup/vault:Vault"] = "backup:CreateBackupVault DescribeBackupVault DeleteBackupVault TagResource UntagResource ListTags",
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = "cloudwatch:PutCompositeAlarm DescribeAlarms DeleteAlarms TagResource UntagResource ListTagsForResource",
        ["aws:cloudwatch/dashboard:Dashboard"] = "cloudwatch:PutDashboard GetDashboard DeleteDashboards",
        ["aws:cloudwatch/logGroup:LogGroup"] =
            "logs:CreateLogGroup DescribeLogGroups PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey DeleteLogGroup TagResource UntagResource ListTagsForResource",
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = "cloudwatch:PutMetricAlarm DescribeAlarms DeleteAlarms TagResource UntagResource ListTagsForResource",
        ["aws:cloudwatch/queryDefinition:QueryDefinition"] = "logs:PutQueryDefinition DescribeQueryDefinitions DeleteQueryDefinition",
        ["aws:dynamodb/table:Table"] =
            "dynamodb:CreateTable DescribeTable UpdateTable DeleteTable DescribeTimeToLive UpdateTimeToLive DescribeContinuousBackups UpdateContinuousBackups TagResource UntagResource ListTagsOfResource",
        ["aws:iam/role:Role"] =
            "iam:CreateRole GetRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy DeleteRole TagRole UntagRole PutRolePermissionsBoundary ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole",
        ["aws:iam/rolePolicy:RolePolicy"] = "iam:PutRolePolicy GetRolePolicy DeleteRolePolicy",
        ["aws:kms/alias:Alias"] = "kms:CreateAlias UpdateAlias DeleteAlias ListAliases",
        ["aws:kms/key:Key"] =
            "kms:CreateKey DescribeKey GetKeyPolicy PutKeyPolicy GetKeyRotationStatus EnableKeyRotation DisableKeyRotation UpdateKeyDescription ScheduleKeyDeletion TagResource UntagResource ListResourceTags CreateAlias UpdateAlias DeleteAlias",
        ["aws:lambda/alias:Alias"] = "lambda:CreateAlias GetAlias UpdateAlias DeleteAlias",
        ["aws:lambda/function:Function"] =
            "lambda:CreateFunction GetFunction GetFunctionConfiguration GetFunctionCodeSigningConfig UpdateFunctionCode UpdateFunctionConfiguration PublishVersion ListVersionsByFunction PutFunctionConcurrency DeleteFunctionConcurrency DeleteFunction TagResource UntagResource ListTags",
        ["aws:lambda/permission:Permission"] = "lambda:AddPermission GetPolicy RemovePermission",
        ["aws:sns/topic:Topic"] = "sns:CreateTopic GetTopicAttributes SetTopicAttributes DeleteTopic TagResource UntagResource ListTagsForResource",
        ["aws:sns/topicPolicy:TopicPolicy"] = "sns:GetTopicAttributes SetTopicAttributes",
        ["aws:sns/topicSubscription:TopicSubscription"] = "sns:Subscribe GetSubscriptionAttributes SetSubscriptionAttributes Unsubscribe",
        ["aws:ssm/parameter:Parameter"] = "ssm:PutParameter GetParameter GetParameters DeleteParameter DescribeParameters AddTagsToResource RemoveTagsFromResource ListTagsForResource",
        ["aws:wafv2/webAcl:WebAcl"] = "wafv2:CreateWebACL GetWebACL UpdateWebACL DeleteWebACL TagResource UntagResource ListTagsForResource",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "wafv2:AssociateWebACL DisassociateWebACL GetWebACLForResource",
    };

    /// <exception cref="KeyNotFoundException">Nobody has said what the type needs.</exception>
    public static IEnumerable<string> Of(string type)
    {
        var (service, names) = _byType[type].Split(':') is [var before, var behind] ? (before, behind) : throw new FormatException(type);
        return names.Split(' ').Select(name => $"{service}:{name}");
    }

    /// <summary>CloudWatch takes a composite alarm only from a right on every resource, whatever the alarm is called.</summary>
    public static string ResourceOf(string action, GraphResource resource) => action == "cloudwatch:PutCompositeAlarm" ? "*" : ResourceOf(resource);

    /// <summary>What the actions are about, in the words of IAM.</summary>
    public static string ResourceOf(GraphResource resource) => resource.Type switch
    {
        "aws:apigateway/account:Account" => $"arn:aws:apigateway:{Template.Region}::/account",
        "aws:apigateway/basePathMapping:BasePathMapping" => $"arn:aws:apigateway:{Template.Region}::/domainnames/api.example.org/basepathmappings",
        "aws:apigateway/deployment:Deployment" => $"arn:aws:apigateway:{Template.Region}::/restapis/4a2ebe1252/deployments",
        "aws:apigateway/methodSettings:MethodSettings" or "aws:wafv2/webAclAssociation:WebAclAssociation" => Stages,
        "aws:appautoscaling/target:Target" or "aws:appautoscaling/policy:Policy" or "aws:cloudwatch/queryDefinition:QueryDefinition" => "*",
        // A selection has no name of its own.
        "aws:backup/selection:Selection" => $"arn:aws:backup:{Account}:backup-plan:189cf147cb",
        "aws:cloudwatch/dashboard:Dashboard" => $"arn:aws:cloudwatch::{Template.Account}:dashboard/{resource.Outputs["id"]}",
        "aws:iam/rolePolicy:RolePolicy" => $"arn:aws:iam::{Template.Account}:role/{resource.Inputs["role"]}",
        "aws:lambda/permission:Permission" => $"arn:aws:lambda:{Account}:function:{resource.Inputs["function"]}",
        _ => resource.Outputs["arn"]!.ToString(),
    };
}
