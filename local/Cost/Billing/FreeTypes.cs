using System.Collections.Frozen;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>Resource types that cost nothing, each with the reason.</summary>
internal static class FreeTypes
{
    public static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws:apigateway/account:Account"] = "a setting of the account",
        ["aws:apigateway/basePathMapping:BasePathMapping"] = "part of the API, of which requests are paid",
        ["aws:apigateway/deployment:Deployment"] = "part of the API, of which requests are paid",
        ["aws:apigateway/domainName:DomainName"] = "a regional name costs nothing, nor does its certificate of AWS Certificate Manager",
        ["aws:appautoscaling/target:Target"] = "Application Auto Scaling is free; its alarms are paid with the policy",
        ["aws:backup/selection:Selection"] = "what the plan backs up is paid with the plan",
        ["aws:backup/vault:Vault"] = "backups are paid with the plan",
        ["aws:cloudwatch/queryDefinition:QueryDefinition"] = "a query is paid by what it reads, when somebody runs it",
        ["aws:iam/role:Role"] = "IAM is free",
        ["aws:iam/rolePolicy:RolePolicy"] = "IAM is free",
        ["aws:kms/alias:Alias"] = "the key is paid",
        ["aws:lambda/alias:Alias"] = "the function is paid",
        ["aws:lambda/permission:Permission"] = "the function is paid",
        ["aws:sns/topicPolicy:TopicPolicy"] = "SNS is paid by requests and deliveries",
        ["aws:ssm/parameter:Parameter"] = "standard parameters and the standard rate of reading them are free",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "the web ACL is paid",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
