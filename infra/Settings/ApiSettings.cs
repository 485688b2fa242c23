using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings;

/// <summary>Settings of the API: throttling, logging, access and domain.</summary>
public sealed record ApiSettings
{
    /// <summary>Steady-state request rate of the stage, in requests per second.</summary>
    public required double ThrottleRate { get; init; }

    /// <summary>Request burst of the stage.</summary>
    public required int ThrottleBurst { get; init; }

    public required int LogRetentionDays { get; init; }

    /// <summary>Logs the execution of every request, not only errors. Bodies are never logged.</summary>
    public required bool LogEveryExecution { get; init; }

    /// <summary>The stack sets the account-wide role with which API Gateway logs; there is one per account and region.</summary>
    public required bool ManageAccountLogging { get; init; }

    /// <summary>Limits of the web ACL, which also has AWS's common rules; null without a web ACL.</summary>
    public required FirewallLimits? Firewall { get; init; }

    /// <summary>Networks that may call the API, IPv4 and IPv6 in CIDR form; empty allows all.</summary>
    public required ImmutableArray<string> AllowedNetworks { get; init; }

    /// <summary>Origins that may call the API (CORS), such as <c>https://app.example.org</c>; empty for none.</summary>
    public required ImmutableArray<string> AllowedOrigins { get; init; }

    /// <summary>Null without a custom domain.</summary>
    public required CustomDomain? Domain { get; init; }
}

/// <summary>Requests that a web ACL allows within <see cref="WindowSeconds"/>.</summary>
/// <param name="Address">Per IP address.</param>
/// <param name="Session">Per session of temporary credentials.</param>
/// <param name="Bulk">Part of <paramref name="Session"/>: requests to the expensive routes.</param>
public sealed record FirewallLimits(int Address, int Session, int Bulk)
{
    public const int WindowSeconds = 300;

    /// <summary>The lowest limit that AWS WAF accepts.</summary>
    public const int Least = 10;

    /// <summary>Above the highest throttle rate of a stage.</summary>
    public const int Most = 3_000_000;

    /// <summary>Requests that a stage allows within the window.</summary>
    /// <param name="throttleRate">Requests per second.</param>
    public static int Of(double throttleRate) => Math.Max(Least, (int)Math.Ceiling(throttleRate * WindowSeconds));
}

/// <param name="Name">Such as <c>api.example.org</c>.</param>
/// <param name="CertificateArn">A certificate of AWS Certificate Manager in the stack's region.</param>
public sealed record CustomDomain(string Name, string CertificateArn);
