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
        // A build node that keeps running would hold the pipes open, and this process would wait for it.
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
                Full output: dotnet {string.Join(' ', arguments)}
                """);
        }
    }

    private static string Reasons(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // MSB3073 only says that a command failed; its own error is there too. One fault may affect many projects.
        var reasons = lines.Select(line => Error().Match(line)).Where(error => error.Success && error.Groups["code"].Value != "MSB3073")
            .Select(error => error.Groups["place"].Value + error.Groups["reason"].Value).Distinct().ToList();
        return string.Join(Environment.NewLine, (reasons.Count > 0 ? reasons : lines.TakeLast(LastLines)).Select(reason => $"  {reason}"));
    }

    // Only a source position is kept; the name of a project or tool says nothing about the fault.
    [GeneratedRegex(@"^(?:(?<place>.*\([0-9,]+\): )|.*?)(?<reason>error (?<code>[A-Z]+[0-9]*) ?: .*?)(?: \[[^\]]*proj\])?$")]
    private static partial Regex Error();
}

/// <summary>The build machine. Native code is linked with the system's libraries, so only for its own architecture.</summary>
internal static class BuildHost
{
    /// <returns>Why this machine can't build it, and the fix; null if it can.</returns>
    public static string? Refusal(FunctionBuild build) =>
        Refusal(build, RuntimeInformation.OSArchitecture, OperatingSystem.IsLinux());

    /// <param name="host">The build machine's architecture.</param>
    public static string? Refusal(FunctionBuild build, HostArchitecture host, bool isLinux)
    {
        var needed = build.Architecture == Architecture.Arm64 ? HostArchitecture.Arm64 : HostArchitecture.X64;
        if (build.Mode == PackagingMode.Managed || (isLinux && host == needed))
        {
            return null;
        }

        var found = isLinux ? $"runs Linux {Word(host)}" : "does not run Linux";
        return $"Native functions for {build.ArchitectureWord} can be linked only on Linux {Word(needed)}; this machine {found}. "
            + "Build on that platform, or set packaging to managed, which builds on any machine.";
    }

    private static string Word(HostArchitecture architecture) => architecture.ToString().ToLowerInvariant();
}
