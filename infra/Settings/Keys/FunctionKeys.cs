using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>What the functions are made for, and what each has for itself.</summary>
public static class FunctionKeys
{
    public static readonly Setting<PackagingMode> Packaging = Setting.Choice(
        "packaging",
        FunctionBuild.Default.Mode,
        "Functions are native executables, which start fastest and are built on Linux of their architecture, or assemblies for Lambda's .NET runtime, built anywhere");

    public static readonly Setting<Architecture> Architecture = Setting.Choice(
        "architecture", FunctionBuild.Default.Architecture, "Instruction set of the functions, for which they are built");

    public static readonly Setting<string?> CertificateLayer = Setting.OptionalText(
        "certificateLayer",
        AwsIdentifiers.IsLayerVersionArn,
        "the ARN of a version of a Lambda layer in the stack's region",
        "arn:aws:lambda:us-east-1:123456789012:layer:certificates:1",
        "Layer whose folder certificates holds, as PEM files, authorities that the functions trust besides those of AWS");

    public static readonly OneFunctionKeys ProcessWorkout = new(FunctionNames.ProcessWorkout);

    public static readonly OneFunctionKeys QueryWorkouts = new(FunctionNames.QueryWorkouts);

    public static readonly ImmutableArray<Setting> All =
        [Packaging, Architecture, CertificateLayer, .. ProcessWorkout.All, .. QueryWorkouts.All];
}

/// <summary>The keys of one function; they begin with its name in camelCase.</summary>
public sealed class OneFunctionKeys
{
    private const int MaxTimeoutSeconds = 28;
    private const int LambdaMaxTimeoutSeconds = 900;

    public OneFunctionKeys(string function)
    {
        var prefix = JsonNamingPolicy.CamelCase.ConvertName(function);
        MemoryMiB = Setting.WholeNumber(
            $"{prefix}MemoryMiB", 256, 128, 10_240, "MiB", $"Memory of {function}, in MiB, with CPU in proportion");
        TimeoutSeconds = Setting.WholeNumber(
            $"{prefix}TimeoutSeconds",
            10,
            1,
            MaxTimeoutSeconds,
            "seconds",
            $"Longest run of {function}, in seconds, below the 29 that API Gateway waits",
            WhyNotLonger);
        ReservedConcurrency = Setting.WholeNumberOr(
            "unreserved",
            $"{prefix}ReservedConcurrency",
            1,
            1_000,
            "requests at once",
            $"How many requests {function} serves at once, taken out of the account's limit");
        StableVersion = Setting.OptionalText(
            $"{prefix}StableVersion",
            AwsIdentifiers.IsFunctionVersion,
            "the number of a published version",
            "",
            $"Published version of {function} that callers reach, empty for the newest");
        CanaryPercent = Setting.WholeNumber(
            $"{prefix}CanaryPercent",
            0,
            0,
            99,
            "percent",
            $"Share of requests for the newest version of {function} while the stable one gets the rest, in percent");
    }

    public Setting<int> MemoryMiB { get; }

    public Setting<int> TimeoutSeconds { get; }

    /// <summary>Null for the word that reserves none.</summary>
    public Setting<int?> ReservedConcurrency { get; }

    /// <summary>Null when empty.</summary>
    public Setting<string?> StableVersion { get; }

    public Setting<int> CanaryPercent { get; }

    public ImmutableArray<Setting> All => [MemoryMiB, TimeoutSeconds, ReservedConcurrency, StableVersion, CanaryPercent];

    private static string? WhyNotLonger(int seconds) => seconds is > MaxTimeoutSeconds and <= LambdaMaxTimeoutSeconds
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Lambda would take {seconds}, but API Gateway gives up after 29 and the answer would reach nobody")
        : null;
}
