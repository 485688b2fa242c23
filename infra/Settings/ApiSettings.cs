using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings;

/// <summary>What may differ between stacks in how the API is reached.</summary>
public sealed record ApiSettings
{
    /// <summary>Requests a second that the stage takes for long.</summary>
    public required double ThrottleRate { get; init; }

    /// <summary>Requests that the stage takes at once.</summary>
    public required int ThrottleBurst { get; init; }

    public required int LogRetentionDays { get; init; }

    /// <summary>Log each request's execution, not only its errors. Bodies are never logged.</summary>
    public required bool LogEveryExecution { get; init; }

    /// <summary>This stack sets the role with which API Gateway logs, which is one for all APIs of an account and region.</summary>
    public required bool ManageAccountLogging { get; init; }

    /// <summary>A web ACL with a rate rule and AWS's common rules.</summary>
    public required bool Firewall { get; init; }

    /// <summary>Networks that may call, IPv4 and IPv6 in CIDR form; empty lets all.</summary>
    public required ImmutableArray<string> AllowedNetworks { get; init; }

    /// <summary>Null without a custom domain.</summary>
    public required CustomDomain? Domain { get; init; }
}

/// <param name="Name">Such as <c>api.example.org</c>.</param>
/// <param name="CertificateArn">A certificate of AWS Certificate Manager in the stack's region.</param>
public sealed record CustomDomain(string Name, string CertificateArn);
