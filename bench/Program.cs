using System.CommandLine;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Growth;
using WorkoutLog.Bench.Micro;
using WorkoutLog.Bench.Options;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Bench;

internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        if (args is [AllocatedBytes.Argument])
        {
            AllocatedBytes.Print();
            return Task.FromResult(ExitCode.Success);
        }

        RootCommand root = WorkoutCommand.Create();
        BenchCommand bench = root.Subcommands.OfType<BenchCommand>().Single();
        ComparisonCommand.GiveAction(bench.Comparison);
        OptionsCommand.GiveAction(bench.BuildOptions);
        GrowthCommand.GiveAction(bench.Growth);
        MicroCommand.GiveAction(bench.Micro);
        AllCommand.GiveAction(bench.Everything, [bench.Comparison, bench.BuildOptions, bench.Growth, bench.Micro]);
        return CommandRunner.RunAsync(root, [bench.Name, .. args], "workout");
    }
}
