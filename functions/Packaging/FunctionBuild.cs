using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Packaging;

/// <summary>How the functions are built, and where their archives are.</summary>
public sealed record FunctionBuild(PackagingMode Mode, Architecture Architecture)
{
    /// <summary>The default build.</summary>
    public static readonly FunctionBuild Default = new(PackagingMode.Aot, Architecture.X86_64);

    /// <summary><c>aot</c> or <c>managed</c>, as in the setting.</summary>
    public string ModeWord => Mode.ToString().ToLowerInvariant();

    /// <summary><c>x86_64</c> or <c>arm64</c>, as in the setting and in Lambda.</summary>
    public string ArchitectureWord => Architecture.ToString().ToLowerInvariant();

    /// <returns>Null for an unknown word.</returns>
    public static FunctionBuild? Parse(string mode, string architecture)
    {
        var all =
            from packaging in Enum.GetValues<PackagingMode>()
            from instructions in Enum.GetValues<Architecture>()
            select new FunctionBuild(packaging, instructions);
        return all.SingleOrDefault(build => build.ModeWord == mode && build.ArchitectureWord == architecture);
    }

    /// <summary>The folder of the archives: <c>functions</c> for the default, a folder in it for each other build.</summary>
    /// <param name="artifacts">The build output's root.</param>
    public string FolderIn(string artifacts) => this == Default
        ? Path.Combine(artifacts, "functions")
        : Path.Combine(artifacts, "functions", $"{ModeWord}-{ArchitectureWord}");

    /// <summary>The archive of one function.</summary>
    /// <param name="artifacts">The build output's root.</param>
    /// <param name="function">Name of its project.</param>
    public string ArchiveIn(string artifacts, string function) => Path.Combine(FolderIn(artifacts), $"{function}.zip");

    public override string ToString() => $"{ModeWord}, {ArchitectureWord}";
}

/// <summary>Kind of a function's build.</summary>
public enum PackagingMode
{
    /// <summary>A native executable, for Lambda's custom runtime. It is linked on a host of its own architecture.</summary>
    Aot,

    /// <summary>Assemblies with ReadyToRun code, for Lambda's .NET runtime. Builds on any host.</summary>
    Managed,
}

/// <summary>Instruction set of the functions.</summary>
public enum Architecture
{
    [SuppressMessage("Naming", "CA1707", Justification = "Lambda's own spelling, which the setting shares.")]
    X86_64,
    Arm64,
}

/// <summary>The functions, named as their projects under <c>functions/</c>.</summary>
public static class FunctionNames
{
    public const string ProcessWorkout = "ProcessWorkout";

    public const string QueryWorkouts = "QueryWorkouts";
}

/// <summary>Packaging failed; the message gives the cause and the fix.</summary>
public sealed class PackagingException(string message) : Exception(message);
