using System.Collections.Immutable;
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
