using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Running;
using WorkoutLog.Bench.Micro.Benchmarks;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Bench.Micro;

/// <summary><c>micro</c>: the cost of a request's hot paths without I/O.</summary>
internal static class MicroCommand
{
    private const string Section = "micro";
    private const string Artifacts = "artifacts/bench/micro";

    /// <summary>In the order of the table.</summary>
    private static readonly Type[] _benchmarks = [typeof(PostBenchmarks), typeof(RollupBenchmarks), typeof(KeyBenchmarks), typeof(StatsBenchmarks)];

    public static void GiveAction(MicroPart part) =>
        part.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(part.Quick), arguments.GetValue(part.Write), cancellation));

    /// <summary>Whether the compiler's optimisations were off, for a debugger.</summary>
    internal static bool IsDebugBuild(Assembly assembly) => assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    private static async Task<int> RunAsync(bool quick, bool write, CancellationToken cancellation)
    {
        if (IsDebugBuild(typeof(MicroCommand).Assembly))
        {
            throw new UserErrorException("A Debug build can't be measured. Fix: ./workout bench micro, which builds for Release.");
        }

        var repository = Repository.Find(Environment.CurrentDirectory);
        string artifacts = Path.Combine(repository.Root, Artifacts);
        // BenchmarkDotNet uses its own threads and does not support cancellation; they end with the process.
        MicroReport report = await Task.Run(() => Measure(artifacts, quick), cancellation).WaitAsync(cancellation);
        await Console.Out.WriteLineAsync(report.ToText());
        if (write)
        {
            PerformanceDocument.Write(repository, Section, report.ToMarkdown());
        }

        return ExitCode.Success;
    }

    private static MicroReport Measure(string artifacts, bool quick)
    {
        var summaries = BenchmarkRunner.Run(_benchmarks, MicroConfig.Create(artifacts, quick, Console.Error));
        return new MicroReport(
            Machine.Describe(TimeProvider.System),
            quick ? "./workout bench micro --quick" : "./workout bench micro",
            [.. summaries.SelectMany(summary => summary.Reports).Select(MicroResult.Of)]);
    }
}
