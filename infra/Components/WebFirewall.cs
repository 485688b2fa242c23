using Pulumi;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;
using Override = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
using OverrideAction = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
using OverrideCount = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;

namespace WorkoutLog.Infra.Components;

/// <summary>A web ACL before a stage: limits what one address may send and stops what looks like an attack.</summary>
public sealed class WebFirewall : ComponentResource
{
    /// <summary>Requests that one address may send within <see cref="RateWindowSeconds"/>.</summary>
    public const int RequestsPerAddress = 2_000;

    public const int RateWindowSeconds = 300;

    // Rules of AWS's common set that would stop good requests to this API. They count, so that the metrics still show them.
    private static readonly string[] _counted =
    [
        // Stops bodies above 8 KB. The function takes 256 KB, and 1,000 characters of notes may be 12 KB when they are escaped; it
        // refuses a body that is too large with a problem that says so. WAF reads the first 16 KB of a body whatever its size.
        "SizeRestrictions_BODY",
        // Stops clients without a User-Agent. Callers are programs, of which many, .NET's HttpClient first, send none.
        "NoUserAgent_HEADER",
        // Stops paths that end like a file of settings or logs. There are no files here, but a userId may have a dot: "anna.log".
        "RestrictedExtensions_URIPATH",
    ];

    public WebFirewall(string name, WebFirewallArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WebFirewall", name, args, options)
    {
        var acl = new WebAcl(name, new WebAclArgs
        {
            Description = "Limits the rate of each address and stops common attacks",
            Scope = "REGIONAL",
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            Rules = { Rate(), CommonRules() },
            VisibilityConfig = new WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                MetricName = name,
                SampledRequestsEnabled = true,
            },
        }, new CustomResourceOptions { Parent = this });

        _ = new WebAclAssociation($"{name}-association", new WebAclAssociationArgs
        {
            ResourceArn = args.StageArn,
            WebAclArn = acl.Arn,
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static WebAclRuleArgs Rate() => new()
    {
        Name = "rate-per-address",
        // First: what is over the rate need not be looked into.
        Priority = 0,
        Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
        Statement = new WebAclRuleStatementArgs
        {
            RateBasedStatement = new WebAclRuleStatementRateBasedStatementArgs
            {
                AggregateKeyType = "IP",
                EvaluationWindowSec = RateWindowSeconds,
                Limit = RequestsPerAddress,
            },
        },
        VisibilityConfig = Visible("rate-per-address"),
    };

    private static WebAclRuleArgs CommonRules() => new()
    {
        Name = "common-rules",
        Priority = 1,
        // The group's rules act as they say, but for those that are counted.
        OverrideAction = new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
        Statement = new WebAclRuleStatementArgs
        {
            ManagedRuleGroupStatement = new WebAclRuleStatementManagedRuleGroupStatementArgs
            {
                VendorName = "AWS",
                Name = "AWSManagedRulesCommonRuleSet",
                RuleActionOverrides = _counted.Select(rule => new Override
                {
                    Name = rule,
                    ActionToUse = new OverrideAction { Count = new OverrideCount() },
                }).ToArray(),
            },
        },
        VisibilityConfig = Visible("common-rules"),
    };

    private static WebAclRuleVisibilityConfigArgs Visible(string metric) => new()
    {
        CloudwatchMetricsEnabled = true,
        MetricName = metric,
        SampledRequestsEnabled = true,
    };
}

public sealed class WebFirewallArgs : ResourceArgs
{
    /// <summary>The stage that the firewall stands before.</summary>
    public required Input<string> StageArn { get; init; }
}
