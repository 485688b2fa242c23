using System.Runtime.InteropServices;
using HostArchitecture = System.Runtime.InteropServices.Architecture;

namespace WorkoutLog.Packaging;

/// <summary>The machine that builds. Native code is linked with the system's own libraries, so only for its own kind.</summary>
internal static class BuildHost
{
    /// <returns>Why this machine can't build it, and what to do; null when it can.</returns>
    public static string? Refusal(FunctionBuild build) =>
        Refusal(build, RuntimeInformation.OSArchitecture, OperatingSystem.IsLinux());

    /// <param name="host">The architecture of the machine that builds.</param>
    public static string? Refusal(FunctionBuild build, HostArchitecture host, bool isLinux)
    {
        var needed = build.Architecture == Architecture.Arm64 ? HostArchitecture.Arm64 : HostArchitecture.X64;
        if (build.Mode == PackagingMode.Managed || (isLinux && host == needed))
        {
            return null;
        }

        var found = isLinux ? $"runs Linux on {Word(host)}" : "does not run Linux";
        return $"Native functions for {build.ArchitectureWord} can only be linked by Linux on {Word(needed)}, and this machine {found}. "
            + "Build on such a machine, or set packaging to managed, which any machine can build.";
    }

    private static string Word(HostArchitecture architecture) => architecture.ToString().ToLowerInvariant();
}
