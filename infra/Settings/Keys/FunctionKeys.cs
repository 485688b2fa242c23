using System.Collections.Immutable;
using System.Text.Json;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Build settings of all functions, and the settings of each.</summary>
public static class FunctionKeys
{
    public static readonly Setting<PackagingMode> Packaging = Setting.Choice(
        "packaging",
        FunctionBuild.Default.Mode,
        "Packaging of the functions. aot makes native executables, which start fastest and are built on Linux of their architecture. managed makes assemblies for Lambda's .NET runtime, built anywhere");

    public static readonly Setting<Architecture> Architecture = Setting.Choice(
        "architecture", FunctionBuild.Default.Architecture, "Instruction set of the functions");

    public static readonly Setting<string?> CertificateLayer = Setting.OptionalText(
        "certificateLayer",
        AwsIdentifiers.IsLayerVersionArn,
        "the ARN of a version of a Lambda layer in the stack's region",
        "arn:aws:lambda:us-east-1:123456789012:layer:certificates:1",
        "Layer with additional certificate authorities that the functions trust, as PEM files in its folder certificates");

    public static readonly PerFunctionKeys ProcessWorkout = new(FunctionNames.ProcessWorkout);

    public static readonly PerFunctionKeys QueryWorkouts = new(FunctionNames.QueryWorkouts);

    public static readonly ImmutableArray<Setting> All =
        [Packaging, Architecture, CertificateLayer, .. ProcessWorkout.All, .. QueryWorkouts.All];
}

/// <summary>The keys of one function, prefixed with its name in camelCase.</summary>
public sealed class PerFunctionKeys
{
    private const int MaxTimeoutSeconds = 28;
    private const int LambdaMaxTimeoutSeconds = 900;

    public PerFunctionKeys(string function)
    {
        var prefix = JsonNamingPolicy.CamelCase.ConvertName(function);
        MemoryMiB = Setting.WholeNumber(
            $"{prefix}MemoryMiB", 256, 128, 10_240, "MiB", $"Memory of {function}, in MiB. CPU is proportional to memory");
        TimeoutSeconds = Setting.WholeNumber(
            $"{prefix}TimeoutSeconds",
            10,
            1,
            MaxTimeoutSeconds,
            "seconds",
            $"Timeout of {function}, in seconds, below the 29 of API Gateway",
            WhyNotLonger);
        ReservedConcurrency = Setting.WholeNumberOr(
            "unreserved",
            $"{prefix}ReservedConcurrency",
            1,
            1_000,
            "concurrent executions",
            $"Reserved concurrency of {function}, taken from the account's limit");
        StableVersion = Setting.OptionalText(
            $"{prefix}StableVersion",
            AwsIdentifiers.IsFunctionVersion,
            "the number of a published version",
            "",
            $"Published version of {function} that serves requests, empty for the newest");
        CanaryPercent = Setting.WholeNumber(
            $"{prefix}CanaryPercent",
            0,
            0,
            99,
            "percent",
            $"Share of requests that the newest version of {function} serves, in percent. The stable version serves the rest");
    }

    public Setting<int> MemoryMiB { get; }

    public Setting<int> TimeoutSeconds { get; }

    /// <summary>Null for no reservation.</summary>
    public Setting<int?> ReservedConcurrency { get; }

    /// <summary>Null when empty.</summary>
    public Setting<string?> StableVersion { get; }

    public Setting<int> CanaryPercent { get; }

    public ImmutableArray<Setting> All => [MemoryMiB, TimeoutSeconds, ReservedConcurrency, StableVersion, CanaryPercent];

    private static string? WhyNotLonger(int seconds) => seconds is > MaxTimeoutSeconds and <= LambdaMaxTimeoutSeconds
        ? "because API Gateway times out after 29 seconds"
        : null;
}
