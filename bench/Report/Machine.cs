using System.Globalization;

namespace WorkoutLog.Bench.Report;

/// <summary>Machine and date of a measurement, in one line.</summary>
internal static class Machine
{
    /// <returns><c>2026-11-21, 2 cores of AMD EPYC, Linux 6.1, .NET 10.0.1</c>.</returns>
    public static string Describe(TimeProvider time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores of {Processor()}, Linux {Environment.OSVersion.Version.ToString(2)}, .NET {Environment.Version}");

    private static string Processor()
    {
        const string Field = "model name";
        const string Source = "/proc/cpuinfo";
        string? line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "an unnamed processor";
    }
}
