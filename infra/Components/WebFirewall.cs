using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Settings;
using Bulk = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementArgs;
using BulkPath = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementFieldToMatchArgs;
using BulkPathOfUri = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementFieldToMatchUriPathArgs;
using BulkTransformation = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementRegexMatchStatementTextTransformationArgs;
using Override = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
using OverrideAction = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
using OverrideCount = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
using QueryToken = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementSizeConstraintStatementFieldToMatchSingleQueryArgumentArgs;
using Rate = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementArgs;
using RateKey = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementCustomKeyArgs;
using RateKeyHeader = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementCustomKeyHeaderArgs;
using RateKeyTransformation = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementCustomKeyHeaderTextTransformationArgs;
using RateScope = Pulumi.Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;

namespace WorkoutLog.Infra.Components;

/// <summary>A web ACL in front of a stage: rate limits per address and session, and common attack rules.</summary>
/// <remarks>
/// AWS WAF does not see the principal. The header <c>Authorization</c> has the access key, but with a signature that differs per request
/// and that no WAF text transformation can remove. The session token is the same for all requests with the same temporary credentials,
/// which all athletes and roles use. IAM user keys have no session token, so only their address is limited.
/// </remarks>
public sealed class WebFirewall : ComponentResource
{
    private const string SessionToken = "x-amz-security-token";

    // Rules of AWS's common set that would block valid requests to this API. They count, so that the metrics still show them.
    private static readonly string[] _counted =
    [
        // Blocks bodies above 8 KB. The function accepts 256 KB, and 1,000 characters of notes may be 12 KB when escaped. It rejects
        // larger bodies with a problem. WAF inspects the first 16 KB of any body.
        "SizeRestrictions_BODY",
        // Blocks clients without a User-Agent. Many programs, such as those with .NET's HttpClient, send none.
        "NoUserAgent_HEADER",
        // Blocks paths with the extension of a settings or log file. A userId may have one: "anna.log".
        "RestrictedExtensions_URIPATH",
    ];

    public WebFirewall(string name, WebFirewallArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WebFirewall", name, args, options)
    {
        var acl = new WebAcl(name, new WebAclArgs
        {
            Description = "Limits the rate of each address and session and stops common attacks",
            Scope = "REGIONAL",
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            Rules = Rules(args).ToArray(),
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

    // Rate rules first: a request above the limit need not be inspected.
    private static IEnumerable<WebAclRuleArgs> Rules(WebFirewallArgs args)
    {
        yield return Block(0, "rate-per-address", new WebAclRuleStatementArgs
        {
            RateBasedStatement = new Rate { AggregateKeyType = "IP", EvaluationWindowSec = FirewallLimits.WindowSeconds, Limit = args.Limits.Address },
        });
        yield return Block(1, "token-in-query", TokenInQuery());
        yield return Block(2, "rate-per-session", PerSession(args.Limits.Session, scope: null));
        if (!args.BulkRoutes.IsEmpty)
        {
            yield return Block(3, "bulk-rate-per-session", PerSession(args.Limits.Bulk, Only(args.BulkRoutes)));
        }

        yield return CommonRules();
    }

    private static WebAclRuleArgs Block(int priority, string name, WebAclRuleStatementArgs statement) => new()
    {
        Name = name,
        Priority = priority,
        Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
        Statement = statement,
        VisibilityConfig = Visible(name),
    };

    // A token in the query string would evade the rules on the header.
    private static WebAclRuleStatementArgs TokenInQuery() => new()
    {
        SizeConstraintStatement = new WebAclRuleStatementSizeConstraintStatementArgs
        {
            FieldToMatch = new WebAclRuleStatementSizeConstraintStatementFieldToMatchArgs { SingleQueryArgument = new QueryToken { Name = SessionToken } },
            ComparisonOperator = "GT",
            Size = 0,
            TextTransformations = { new WebAclRuleStatementSizeConstraintStatementTextTransformationArgs { Priority = 0, Type = "NONE" } },
        },
    };

    private static WebAclRuleStatementArgs PerSession(int limit, RateScope? scope) => new()
    {
        RateBasedStatement = new Rate
        {
            AggregateKeyType = "CUSTOM_KEYS",
            CustomKeys =
            {
                new RateKey
                {
                    Header = new RateKeyHeader { Name = SessionToken, TextTransformations = { new RateKeyTransformation { Priority = 0, Type = "NONE" } } },
                },
            },
            EvaluationWindowSec = FirewallLimits.WindowSeconds,
            Limit = limit,
            ScopeDownStatement = scope is null ? null : (Input<RateScope>)scope,
        },
    };

    // The path may begin with a stage, end with a slash, and have percent-encoded letters.
    private static RateScope Only(ImmutableArray<Route> routes) => new()
    {
        RegexMatchStatement = new Bulk
        {
            FieldToMatch = new BulkPath { UriPath = new BulkPathOfUri() },
            RegexString = $"({string.Join('|', routes.Select(route => route.PathPattern))})/?$",
            TextTransformations = { new BulkTransformation { Priority = 0, Type = "URL_DECODE" } },
        },
    };

    private static WebAclRuleArgs CommonRules() => new()
    {
        Name = "common-rules",
        Priority = 4,
        // The group's rules keep their actions, except the counted ones.
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
    /// <summary>The protected stage.</summary>
    public required Input<string> StageArn { get; init; }

    public required FirewallLimits Limits { get; init; }

    /// <summary>Routes with the bulk limit; empty for an API without such routes.</summary>
    public required ImmutableArray<Route> BulkRoutes { get; init; }
}
