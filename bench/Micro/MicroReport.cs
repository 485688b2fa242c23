using System.Globalization;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Micro;

/// <summary>All measured methods, with machine, date and command.</summary>
internal sealed record MicroReport(string Machine, string Command, IReadOnlyList<MicroResult> Results)
{
    private const double NanosecondsPerMicrosecond = 1_000;

    public string ToText() => $"{Table().ToText()}\n\n{Origin()}";

    public string ToMarkdown() => $"{Table().ToMarkdown()}\n\n{Origin()}";

    private ResultTable Table()
    {
        var table = new ResultTable("One call, JIT-compiled", "call", "mean µs", "error µs", "allocated bytes");
        foreach (MicroResult result in Results)
        {
            table.Add(
                result.Name,
                Microseconds(result.MeanNs),
                Microseconds(result.ErrorNs),
                result.AllocatedBytes?.ToString("#,0", CultureInfo.InvariantCulture) ?? "–");
        }

        return table;
    }

    private string Origin() => $"{Machine}; error: half of the 99.9 % confidence interval. Made by `{Command}`.";

    private static string Microseconds(double nanoseconds) => (nanoseconds / NanosecondsPerMicrosecond).ToString("#,0.000", CultureInfo.InvariantCulture);
}
