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

    /// <summary>A web ACL with these limits and AWS's common rules; null without one.</summary>
    public required FirewallLimits? Firewall { get; init; }

    /// <summary>Networks that may call, IPv4 and IPv6 in CIDR form; empty lets all.</summary>
    public required ImmutableArray<string> AllowedNetworks { get; init; }

    /// <summary>Origins whose pages may call, such as <c>https://app.example.org</c>; empty for none.</summary>
    public required ImmutableArray<string> AllowedOrigins { get; init; }

    /// <summary>Null without a custom domain.</summary>
    public required CustomDomain? Domain { get; init; }
}

/// <summary>Requests within <see cref="WindowSeconds"/> that a web ACL lets through.</summary>
/// <param name="Address">From one address.</param>
/// <param name="Session">Under one session's temporary credentials.</param>
/// <param name="Bulk">Of <paramref name="Session"/>, those of routes whose requests cost as much as many others.</param>
public sealed record FirewallLimits(int Address, int Session, int Bulk)
{
    public const int WindowSeconds = 300;

    /// <summary>The least that AWS WAF takes.</summary>
    public const int Least = 10;

    /// <summary>Beyond the highest throttle of a stage.</summary>
    public const int Most = 3_000_000;

    /// <summary>What a stage lets through in the window.</summary>
    /// <param name="throttleRate">Requests a second.</param>
    public static int Of(double throttleRate) => Math.Max(Least, (int)Math.Ceiling(throttleRate * WindowSeconds));
}

/// <param name="Name">Such as <c>api.example.org</c>.</param>
/// <param name="CertificateArn">A certificate of AWS Certificate Manager in the stack's region.</param>
public sealed record CustomDomain(string Name, string CertificateArn);
