using System.CommandLine;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Growth;
using WorkoutLog.Bench.Micro;
using WorkoutLog.Bench.Options;
using WorkoutLog.Local.Cli;

namespace WorkoutLog.Bench;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        Command[] parts = [ComparisonCommand.Create(), OptionsCommand.Create(), GrowthCommand.Create(), MicroCommand.Create()];
        var root = new RootCommand("Measures the functions against others, what their options give, how they grow, and where the time goes.")
        {
            AllCommand.Create(parts),
        };
        foreach (Command part in parts)
        {
            root.Add(part);
        }

        return await CommandRunner.RunAsync(root, args, "bench");
    }
}
