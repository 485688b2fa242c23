using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison.Sandbox;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Cli.Bench;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Load;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison;

/// <summary><c>comparison</c>: our functions compared with other languages and tutorial code, in one run.</summary>
internal static class ComparisonCommand
{
    public const string Section = "comparison";

    public static void GiveAction(ComparisonPart part) =>
        part.SetAction(async (arguments, cancellation) =>
        {
            var options = new ComparisonOptions(arguments.GetValue(part.Rounds), arguments.GetValue(part.Warm), arguments.GetValue(part.Memory));
            var repository = Repository.Find(Environment.CurrentDirectory);
            ComparisonReport report = await MeasureAsync(repository, options, cancellation);
            await Console.Out.WriteLineAsync(arguments.GetValue(part.Result.Json) ? report.ToJson() : report.ToMarkdown());
            if (arguments.GetValue(part.Result.Write))
            {
                PerformanceDocument.Write(repository, Section, report.ToMarkdown());
                await File.WriteAllTextAsync(Path.Combine(repository.Root, MeasuredFunctions.Path), report.ToMeasured().ToJson(), cancellation);
                Say($"Wrote {MeasuredFunctions.Path}; the prices follow with UPDATE_SNAPSHOTS=1 dotnet test tests/local --filter CostDocument.");
                await report.ToChart().RenderAsync(repository, PerformanceDocument.Image(repository, Section), Say, cancellation);
            }
        });

    private static async Task<ComparisonReport> MeasureAsync(Repository repository, ComparisonOptions options, CancellationToken cancellation)
    {
        ResourceGraph graph = await StackProgram.EvaluateAsync(repository, "dev", cancellation);
        using var folder = new TemporaryFolder();
        Cores.LeaveToFunction();
        await using TestBed bed = await TestBed.StartAsync(graph, folder.Path, Say, TimeProvider.System, cancellation);
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
