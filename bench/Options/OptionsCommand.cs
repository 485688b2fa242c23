using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Comparison.Sandbox;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Cli.Bench;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Options;

/// <summary><c>options</c>: the effect of each build and start-up option.</summary>
internal static class OptionsCommand
{
    private const string Section = "options";

    // Enough to measure CPU per request; the start matters more here.
    private const int WarmRequests = 50;
    private const int MemoryMiB = 512;

    public static void GiveAction(OptionsPart part) =>
        part.SetAction(async (arguments, cancellation) =>
        {
            var repository = Repository.Find(Environment.CurrentDirectory);
            OptionsReport report = await MeasureAsync(repository, arguments.GetValue(part.Rounds), cancellation);
            await Console.Out.WriteLineAsync(arguments.GetValue(part.Result.Json) ? report.ToJson() : report.ToMarkdown());
            if (arguments.GetValue(part.Result.Write))
            {
                PerformanceDocument.Write(repository, Section, report.ToMarkdown());
            }
        });

    private static async Task<OptionsReport> MeasureAsync(Repository repository, int rounds, CancellationToken cancellation)
    {
        ResourceGraph graph = await StackProgram.EvaluateAsync(repository, "dev", cancellation);
        using var folder = new TemporaryFolder();
        Cores.LeaveToFunction();
        await using TestBed bed = await TestBed.StartAsync(graph, folder.Path, Say, TimeProvider.System, cancellation);
        FunctionDeclaration shipped = bed.Declaration(FunctionNames.ProcessWorkout);
        List<OptionRuns> all = [];
        foreach (var (index, option) in BuildOption.All.Prepend(BuildOption.Shipped).Index())
        {
            Say($"Building {index + 1} of {BuildOption.All.Count + 1}: {option.Name} …");
            string work = Path.Combine(folder.Path, $"{index}");
            VariantBuild build = await VariantBuild.MakeAsync(repository, shipped, option, work, cancellation);
            all.Add(await UnpackAsync(bed, option, build, Path.Combine(work, "code"), cancellation));
        }

        var runner = new FunctionRunner(bed, MemoryMiB, TimeProvider.System);
        for (int round = 1 - ComparisonOptions.RoundsBefore; round <= rounds; round++)
        {
            Say(round < 1 ? "Warming up …" : $"Round {round} of {rounds} …");
            foreach (OptionRuns runs in all)
            {
                byte[][] events = [.. Enumerable.Range(0, WarmRequests + 1).Select(_ => bed.Events.LogWorkout("user"))];
                FunctionRun run = await runner.RunAsync(runs.Function, events, cancellation);
                if (round > 0)
                {
                    runs.Runs.Add(run);
                }
            }
        }

        return new OptionsReport(all, rounds, Machine.Describe(TimeProvider.System));
    }

    private static async Task<OptionRuns> UnpackAsync(TestBed bed, BuildOption option, VariantBuild build, string folder, CancellationToken cancellation)
    {
        FunctionUnderTest function = await OwnFunctions.UnpackAsync(bed, option.Name, build.Function, build.Root, folder, cancellation);
        var variables = new Dictionary<string, string>(function.Variables);
        foreach (var (name, value) in option.Variables)
        {
            variables[name] = value;
        }

        return new OptionRuns(
            option, function with { Variables = variables }, new FileInfo(function.Program).Length, new FileInfo(build.Archive).Length);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
