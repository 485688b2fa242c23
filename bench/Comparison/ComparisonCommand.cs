using System.CommandLine;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison;

/// <summary><c>comparison</c>: our functions against usual samples in other languages, in one run.</summary>
internal static class ComparisonCommand
{
    public const string Section = "comparison";

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Starts of each function that count", DefaultValueFactory = _ => 15 };
        var warm = new Option<int>("--warm") { Description = "Requests after the first, for each start", DefaultValueFactory = _ => 100 };
        var memory = new Option<int>("--memory") { Description = "MiB of each function; Lambda gives CPU in proportion", DefaultValueFactory = _ => 512 };
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
