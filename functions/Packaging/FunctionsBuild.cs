using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using HostArchitecture = System.Runtime.InteropServices.Architecture;

namespace WorkoutLog.Packaging;

/// <summary>Runs <c>functions/Functions.proj</c>.</summary>
internal static partial class FunctionsBuild
{
    public const string Project = "functions/Functions.proj";

    private const int LastLines = 20;

    /// <param name="root">The repository.</param>
    /// <exception cref="PackagingException">The build failed; the message says why.</exception>
    public static async Task RunAsync(string root, FunctionBuild build, CancellationToken cancellation)
    {
        string[] arguments = ["build", Project, $"-p:FunctionPackaging={build.ModeWord}", $"-p:FunctionArchitecture={build.ArchitectureWord}"];
        // A node that stays would hold the pipes open, and this would wait for its end.
        var info = new ProcessStartInfo("dotnet", [.. arguments, "-nologo", "-v", "q", "-clp:NoSummary", "-m", "-nodeReuse:false"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(info)!;
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new PackagingException($"""
                The functions could not be packaged ({build}).
                {Reasons(await output.ConfigureAwait(false) + await errors.ConfigureAwait(false))}
                The whole output: dotnet {string.Join(' ', arguments)}
                """);
        }
    }

    private static string Reasons(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // That a command ended with an error says less than the error, which is there too. One fault may hit many projects.
        var reasons = lines.Select(line => Error().Match(line)).Where(error => error.Success && error.Groups["code"].Value != "MSB3073")
            .Select(error => error.Groups["place"].Value + error.Groups["reason"].Value).Distinct().ToList();
        return string.Join(Environment.NewLine, (reasons.Count > 0 ? reasons : lines.TakeLast(LastLines)).Select(reason => $"  {reason}"));
    }

    // The place is that in a source; the name of a project or a tool says nothing about the fault.
    [GeneratedRegex(@"^(?:(?<place>.*\([0-9,]+\): )|.*?)(?<reason>error (?<code>[A-Z]+[0-9]*) ?: .*?)(?: \[[^\]]*proj\])?$")]
    private static partial Regex Error();
}

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
