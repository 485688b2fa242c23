using BenchmarkDotNet.Reports;

namespace WorkoutLog.Bench.Micro;

/// <summary>One measured method.</summary>
/// <param name="MeanNs">Nanoseconds.</param>
/// <param name="ErrorNs">Half of the 99.9 % confidence interval of the mean, in nanoseconds.</param>
/// <param name="AllocatedBytes">On the managed heap, for one call; null when it was not measured.</param>
internal sealed record MicroResult(string Name, double MeanNs, double ErrorNs, long? AllocatedBytes)
{
    /// <exception cref="InvalidOperationException">A method failed.</exception>
    public static MicroResult Of(BenchmarkReport report)
    {
        string name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        string parameters = string.Join(
            ", ", report.BenchmarkCase.Parameters.Items.Select(parameter => $"{parameter.Value} {parameter.Name.ToLowerInvariant()}"));
        return report.ResultStatistics is { } statistics
            ? new MicroResult(
                parameters.Length == 0 ? name : $"{name}, {parameters}",
                statistics.Mean,
                statistics.ConfidenceInterval.Margin,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase))
            : throw new InvalidOperationException($"'{name}' could not be measured; the lines above say why.");
    }
}
