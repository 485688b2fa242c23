using System.Globalization;
using System.Text.Json;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Options;

/// <summary>The effect of each option; the first row is the shipped build.</summary>
internal sealed class OptionsReport(IReadOnlyList<OptionRuns> all, int rounds, string machine)
{
    private const double Megabyte = 1_000_000;

    private static readonly JsonSerializerOptions _camelCase = new(JsonSerializerDefaults.Web);

    public string ToMarkdown()
    {
        var table = new MarkdownTable("option", "start → first POST, ms", "CPU of it, ms", "CPU of a warm POST, ms", "peak, MiB", "executable, MB", "zip, MB");
        foreach (OptionRuns runs in all)
        {
            table.Add(
                runs.Option.Name,
                Number(runs.Of(run => run.FirstAnswer), "0.0"),
                Number(runs.Of(run => run.ColdCpu), "0.0"),
                Number(runs.Of(run => run.WarmCpu), "0.00"),
                Number(runs.PeakMiB, "0.0"),
                Number(runs.ExecutableBytes / Megabyte, "0.00"),
                Number(runs.ArchiveBytes / Megabyte, "0.00"));
        }

        return $"{table}\n\nMedians of {rounds} starts each, `./workout bench options`, {machine}.";
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            machine,
            rounds,
            options = all.Select(runs => new
            {
                runs.Option.Name,
                StartMs = runs.Of(run => run.FirstAnswer),
                StartCpuMs = runs.Of(run => run.ColdCpu),
                WarmCpuMs = runs.Of(run => run.WarmCpu),
                runs.PeakMiB,
                runs.ExecutableBytes,
                runs.ArchiveBytes,
            }),
        },
        _camelCase);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
