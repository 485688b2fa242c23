using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Packaging;

/// <summary>How the functions are built. Decides where their archives are, for those who make them and those who deploy them.</summary>
public sealed record FunctionBuild(PackagingMode Mode, Architecture Architecture)
{
    /// <summary>What is built when nobody says otherwise.</summary>
    public static readonly FunctionBuild Default = new(PackagingMode.Aot, Architecture.X86_64);

    /// <summary><c>aot</c> or <c>managed</c>, as the setting is written.</summary>
    public string ModeWord => Mode.ToString().ToLowerInvariant();

    /// <summary><c>x86_64</c> or <c>arm64</c>, as the setting is written and as Lambda calls it.</summary>
    public string ArchitectureWord => Architecture.ToString().ToLowerInvariant();

    /// <returns>Null when a word is none of ours.</returns>
    public static FunctionBuild? Parse(string mode, string architecture)
    {
        var all =
            from packaging in Enum.GetValues<PackagingMode>()
            from instructions in Enum.GetValues<Architecture>()
            select new FunctionBuild(packaging, instructions);
        return all.SingleOrDefault(build => build.ModeWord == mode && build.ArchitectureWord == architecture);
    }

    /// <summary>The folder of the archives: <c>functions</c> for the default, a folder in it for each other build.</summary>
    /// <param name="artifacts">The root of all that is built.</param>
    public string FolderIn(string artifacts) => this == Default
        ? Path.Combine(artifacts, "functions")
        : Path.Combine(artifacts, "functions", $"{ModeWord}-{ArchitectureWord}");

    /// <summary>The archive of one function.</summary>
    /// <param name="artifacts">The root of all that is built.</param>
    /// <param name="function">Name of its project.</param>
    public string ArchiveIn(string artifacts, string function) => Path.Combine(FolderIn(artifacts), $"{function}.zip");

    public override string ToString() => $"{ModeWord}, {ArchitectureWord}";
}

/// <summary>What a function is compiled to.</summary>
public enum PackagingMode
{
    /// <summary>A native executable, for Lambda's custom runtime. It is linked on a host of its own architecture.</summary>
    Aot,

    /// <summary>Assemblies, compiled ahead where that pays, for Lambda's .NET runtime. Any host makes them.</summary>
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

/// <summary>No archive can be made; the message says why and what to do.</summary>
public sealed class PackagingException(string message) : Exception(message);
