using System.CommandLine;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison.Sandbox;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison;

/// <summary><c>comparison</c>: our functions against usual samples in other languages, in one run.</summary>
internal static class ComparisonCommand
{
    public const string Section = "comparison";

    public static Command Create()
    {
        var rounds = NumberOption.Create("--rounds", "Starts of each function that count", 15, 1, 1_000);
        var warm = NumberOption.Create("--warm", "Requests after the first, for each start", 100, 1, 10_000);
        var memory = NumberOption.Create("--memory", "MiB of each function; Lambda gives CPU in proportion", 512, 128, 1_769);
        var output = new ResultOptions();
        var command = new Command(Section, "Starts our functions, a Python and a JavaScript sample as Lambda does, in turn, and compares start, CPU, latency and memory")
        {
            rounds, warm, memory, output.Json, output.Write,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var options = new ComparisonOptions(arguments.GetValue(rounds), arguments.GetValue(warm), arguments.GetValue(memory));
            var repository = Repository.Find(Environment.CurrentDirectory);
            ComparisonReport report = await MeasureAsync(repository, options, cancellation);
            await Console.Out.WriteLineAsync(arguments.GetValue(output.Json) ? report.ToJson() : report.ToMarkdown());
            if (arguments.GetValue(output.Write))
            {
                PerformanceDocument.Write(repository, Section, report.ToMarkdown());
                await report.ToChart().RenderAsync(repository, PerformanceDocument.Image(repository, Section), Say, cancellation);
            }
        });
        return command;
    }

    private static async Task<ComparisonReport> MeasureAsync(Repository repository, ComparisonOptions options, CancellationToken cancellation)
    {
        ResourceGraph graph = await StackProgram.EvaluateAsync(repository, "dev", cancellation);
        using var folder = new TemporaryFolder();
        Cores.LeaveToFunction();
        await using Bed bed = await Bed.StartAsync(graph, folder.Path, Say, TimeProvider.System, cancellation);
        IReadOnlyList<Contestant> contestants =
        [
            await OwnFunctions.UnpackAsync(bed, repository.Root, Path.Combine(folder.Path, "own"), cancellation),
            .. (await BaselineSetup.PrepareAsync(repository, bed.Authority.AuthorityFile, Say, cancellation))
                .Select(baseline => new Contestant(baseline.Name, baseline, baseline)),
        ];
        IReadOnlyList<ContestantRuns> runs = await new ComparisonRun(bed, options, Say, TimeProvider.System).MeasureAsync(contestants, cancellation);
        return new ComparisonReport(runs, options, Machine.Describe(TimeProvider.System));
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
