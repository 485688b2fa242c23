using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra;

/// <summary>The outputs of a deployed stack; docs/outputs.md lists them.</summary>
public sealed partial class WorkoutStack
{
    /// <summary>Base URL of the API, without a trailing slash.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; }

    /// <summary>Method and path (<c>GET /stats/{userId}</c>) to URL.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; }

    /// <summary>Function to its ARN, without a version.</summary>
    [Output("functionArns")]
    public Output<ImmutableDictionary<string, string>> FunctionArns { get; }

    /// <summary>Function to the ARN of the alias that serves requests.</summary>
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

    /// <summary>The alarms that notify people; a release watches them.</summary>
    [Output("alarmArns")]
    public Output<ImmutableArray<string>> AlarmArns { get; }

    /// <summary>Absent without a dashboard.</summary>
    [Output("dashboardUrl")]
    public Output<string?> DashboardUrl { get; }

    /// <summary>Target of the custom domain's DNS record; absent without a domain.</summary>
    [Output("dnsTarget")]
    public Output<string?> DnsTarget { get; }

    /// <summary>Path of the API's OpenAPI document in the repository.</summary>
    [Output("openApiPath")]
    public Output<string> OpenApiPath { get; }

    /// <summary>Absent in a stack without a customer key.</summary>
    [Output("keyArn")]
    public Output<string?> KeyArn { get; }

    /// <summary>The event bus, for rules of other stacks; absent in a stack without events.</summary>
    [Output("eventBusArn")]
    public Output<string?> EventBusArn { get; }

    [Output("eventBusName")]
    public Output<string?> EventBusName { get; }
}
