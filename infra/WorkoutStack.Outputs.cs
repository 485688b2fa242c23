using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra;

/// <summary>What a deployed stack tells others; docs/outputs.md lists it.</summary>
public sealed partial class WorkoutStack
{
    /// <summary>Where the API is reached, without a trailing slash.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; }

    /// <summary>Method and path (<c>GET /stats/{userId}</c>) to URL.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; }

    /// <summary>Function to its ARN, without a version.</summary>
    [Output("functionArns")]
    public Output<ImmutableDictionary<string, string>> FunctionArns { get; }

    /// <summary>Function to the ARN of the alias that callers reach.</summary>
    [Output("functionAliasArns")]
    public Output<ImmutableDictionary<string, string>> FunctionAliasArns { get; }

    /// <summary><c>logs</c> and <c>stats</c> to the tables' names.</summary>
    [Output("tableNames")]
    public Output<ImmutableDictionary<string, string>> TableNames { get; }

    [Output("tableArns")]
    public Output<ImmutableDictionary<string, string>> TableArns { get; }

    [Output("tableStreamArns")]
    public Output<ImmutableDictionary<string, string>> TableStreamArns { get; }

    [Output("alarmTopicArn")]
    public Output<string> AlarmTopicArn { get; }

    /// <summary>The alarms that tell people; a release watches them.</summary>
    [Output("alarmArns")]
    public Output<ImmutableArray<string>> AlarmArns { get; }

    /// <summary>Left out without a dashboard.</summary>
    [Output("dashboardUrl")]
    public Output<string?> DashboardUrl { get; }

    /// <summary>What the custom domain's record in DNS must point to; left out without a domain.</summary>
    [Output("dnsTarget")]
    public Output<string?> DnsTarget { get; }

    /// <summary>Path of the API's OpenAPI document in the repository.</summary>
    [Output("openApiPath")]
    public Output<string> OpenApiPath { get; }

    /// <summary>Left out in a stack that uses keys of AWS.</summary>
    [Output("keyArn")]
    public Output<string?> KeyArn { get; }

    /// <summary>The bus with the events of the stack, for rules of other stacks; left out in a stack that publishes none.</summary>
    [Output("eventBusArn")]
    public Output<string?> EventBusArn { get; }

    [Output("eventBusName")]
    public Output<string?> EventBusName { get; }
}
