using WorkoutLog.Bench.Growth.Reads;
using WorkoutLog.Bench.Growth.Report;
using WorkoutLog.Bench.Growth.Writes;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Bench.Growth;

/// <summary><c>growth</c>: how latency, capacity and throughput scale with history length and concurrent clients.</summary>
internal static class GrowthCommand
{
    private const string ReadsSection = "growth-reads";
    private const string WritesSection = "growth-writes";
    private const string Chart = "growth";
    private const string FunctionLog = "artifacts/logs/bench-growth.log";

    public static void GiveAction(GrowthPart part) =>
        part.SetAction((arguments, cancellation) => RunAsync(
            new GrowthOptions(arguments.GetValue(part.MaxLogs), arguments.GetValue(part.Repetitions), arguments.GetValue(part.Seconds)),
            arguments.GetValue(part.Result.Json),
            arguments.GetValue(part.Result.Write),
            cancellation));

    private static async Task<int> RunAsync(GrowthOptions options, bool json, bool write, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        GrowthReport report = await MeasureAsync(repository, options, cancellation);
        await Console.Out.WriteLineAsync(json ? report.ToJson() : report.ToText());
        if (write)
        {
            PerformanceDocument.Write(repository, ReadsSection, report.ReadsMarkdown());
            PerformanceDocument.Write(repository, WritesSection, report.WritesMarkdown());
            await report.ToChart().RenderAsync(repository, PerformanceDocument.Image(repository, Chart), Say, cancellation);
        }

        return ExitCode.Success;
    }

    private static async Task<GrowthReport> MeasureAsync(Repository repository, GrowthOptions options, CancellationToken cancellation)
    {
        TimeProvider time = TimeProvider.System;
        string logFile = Path.Combine(repository.Root, FunctionLog);
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        await using var log = TextWriter.Synchronized(new StreamWriter(logFile));
        await using MeasuredStack stack = await MeasuredStack.StartAsync(repository, Say, log, time, cancellation);
        ReadGrowth reads = await new ReadMeasurement(stack, options, Say).RunAsync(cancellation);
        var writes = await new WriteMeasurement(stack, options, Say).RunAsync(cancellation);
        return new GrowthReport(Machine.Describe(time), options.CommandLine, reads, writes);
    }

    // Console.Error is synchronised: lines of several threads don't interleave.
    private static void Say(string line) => Console.Error.WriteLine(line);
}
