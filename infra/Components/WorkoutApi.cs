using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;
using Deployment = Pulumi.Aws.ApiGateway.Deployment;

namespace WorkoutLog.Infra.Components;

/// <summary>The REST API: built from the routes, authorised by IAM, deployed to one stage.</summary>
public sealed class WorkoutApi : ComponentResource
{
    /// <summary>First path segment of an execute-api URL; a custom domain omits it.</summary>
    public const string StageName = "v1";

    // Allowing an IPv6 network requires an IPv6 endpoint.
    internal const string IpAddressType = "dualstack";

    private readonly string _name;

    public WorkoutApi(string name, WorkoutApiArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutApi", name, args, options)
    {
        _name = name;
        Routes = args.Api.Routes;
        var definition = new RestApiArgs
        {
            Description = args.Api.Description,
            Body = Body(args),
            // An error in the body must fail the deployment, not leave a partial API.
            FailOnWarnings = true,
            // A separate policy resource would be lost whenever a new body overwrites the API.
            Policy = args.AccountId.Apply(account => ApiPolicies.Call(account, args.Region, StageName, args.Settings.AllowedNetworks, args.Settings.AllowedOrigins).ToJson()),
            // With a custom domain the API is reachable only there.
            DisableExecuteApiEndpoint = args.Settings.Domain is not null,
            EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL", IpAddressType = IpAddressType },
        };
        // Before the stack's tags are added: a deployment has no tags.
        var triggers = DeploymentTriggers.Of(definition);
        var api = new RestApi(name, definition, new CustomResourceOptions { Parent = this });

        var logging = Logging(api, args);
        AccessLogGroup = logging.AccessLog;
        LogGroups = [logging.AccessLog, logging.ExecutionLog];
        var stage = Stage(api, logging, triggers, args);
        foreach (var route in args.Api.Routes)
        {
            foreach (var (method, suffix) in route.Methods.Zip(route.ArnSuffixes))
            {
                args.Functions[route.Function].GrantInvoke(
                    method == route.Method ? route.OperationId : $"{route.OperationId}-{method.ToLowerInvariant()}",
                    Output.Format($"{api.ExecutionArn}/{StageName}/{suffix}"), args.AccountId, this);
            }
        }

        if (args.Settings.Firewall is { } limits)
        {
            _ = new WebFirewall($"{name}-firewall", new WebFirewallArgs
            {
                StageArn = stage.Arn,
                Limits = limits,
                BulkRoutes = [.. args.Api.Routes.Where(route => route.IsBulk)],
            }, new ComponentResourceOptions { Parent = this });
        }

        Url = stage.InvokeUrl;
        if (args.Settings.Domain is { } domain)
        {
            DnsTarget = new ApiDomain($"{name}-domain", new ApiDomainArgs
            {
                Domain = domain,
                RestApiId = api.Id,
                StageName = stage.StageName,
            }, new ComponentResourceOptions { Parent = this }).DnsTarget;
            Url = Output.Create($"https://{domain.Name}");
        }

        Endpoints = Url.Apply(url => args.Api.Routes.ToImmutableDictionary(route => route.Name, route => url + route.Path));
        ApiName = api.Name;
        RegisterOutputs();
    }

    public ImmutableArray<Route> Routes { get; }

    /// <summary>Base URL of the API, without a trailing slash.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>Method and path (<c>GET /stats/{userId}</c>) to URL, with the parameters in braces.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; }

    /// <summary>The API's name in CloudWatch, a metric dimension like <see cref="StageName"/>.</summary>
    [Output("apiName")]
    public Output<string> ApiName { get; }

    /// <summary>One line per request.</summary>
    public LogGroup AccessLogGroup { get; }

    /// <summary>All log groups of the stage.</summary>
    public ImmutableArray<LogGroup> LogGroups { get; }

    /// <summary>Target of the custom domain's DNS record; null without a domain.</summary>
    [Output("dnsTarget")]
    public Output<string>? DnsTarget { get; }

    private ApiLogging Logging(RestApi api, WorkoutApiArgs args) => new($"{_name}-logging", new ApiLoggingArgs
    {
        RestApiId = api.Id,
        StageName = StageName,
        RetentionDays = args.Settings.LogRetentionDays,
        ManageAccountLogging = args.Settings.ManageAccountLogging,
        AccountId = args.AccountId,
        Region = args.Region,
        LogGroupPath = args.LogGroupPath,
        Key = args.Key,
    }, new ComponentResourceOptions { Parent = this });

    private Stage Stage(RestApi api, ApiLogging logging, InputMap<string> triggers, WorkoutApiArgs args)
    {
        var deployment = new Deployment($"{_name}-deployment", new DeploymentArgs
        {
            RestApi = api.Id,
            Triggers = triggers,
        }, new CustomResourceOptions { Parent = this });

        var stage = new Stage($"{_name}-stage", new StageArgs
        {
            RestApi = api.Id,
            Deployment = deployment.Id,
            StageName = StageName,
            XrayTracingEnabled = args.Tracing,
            AccessLogSettings = new StageAccessLogSettingsArgs { DestinationArn = logging.AccessLog.Arn, Format = AccessLog.Format },
        }, new CustomResourceOptions { Parent = this, DependsOn = [.. logging.Prerequisites] });

        _ = new MethodSettings($"{_name}-methods", new MethodSettingsArgs
        {
            RestApi = api.Id,
            StageName = stage.StageName,
            MethodPath = "*/*",
            Settings = new MethodSettingsSettingsArgs
            {
                // Per-route metrics; those of the whole stage are always emitted.
                MetricsEnabled = args.Monitoring == MonitoringLevel.Detailed,
                LoggingLevel = args.Settings.LogEveryExecution ? "INFO" : "ERROR",
                // The trace would contain bodies and headers.
                DataTraceEnabled = false,
                CachingEnabled = false,
                ThrottlingRateLimit = args.Settings.ThrottleRate,
                ThrottlingBurstLimit = args.Settings.ThrottleBurst,
            },
        }, new CustomResourceOptions { Parent = this });
        return stage;
    }

    private static Output<string> Body(WorkoutApiArgs args)
    {
        var names = args.Functions.Keys.Order(StringComparer.Ordinal).ToImmutableArray();
        return Output.All(names.Select(function => args.Functions[function].InvokeArn)).Apply(arns => ApiGatewayBody.Create(
            args.Api,
            names.Zip(arns).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
            args.Settings.AllowedOrigins));
    }
}

public sealed class WorkoutApiArgs : ResourceArgs
{
    public required ApiDefinition Api { get; init; }

    /// <summary>The functions of the routes.</summary>
    public required ImmutableDictionary<string, WorkoutFunction> Functions { get; init; }

    public required ApiSettings Settings { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    public required bool Tracing { get; init; }

    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Prefix of the stack's log groups, without a trailing slash.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for an AWS-owned key.</summary>
    public required CustomerKey? Key { get; init; }
}
