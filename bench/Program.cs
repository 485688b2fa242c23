using System.CommandLine;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Growth;
using WorkoutLog.Bench.Micro;
using WorkoutLog.Bench.Options;
using WorkoutLog.Local;

namespace WorkoutLog.Bench;

internal static class Program
{
    /// <summary>How every command is run: its errors are told below, in a line.</summary>
    public static InvocationConfiguration Configuration { get; } = new() { EnableDefaultExceptionHandler = false };

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

        try
        {
            return await root.Parse(args).InvokeAsync(Configuration);
        }
        catch (UserErrorException exception)
        {
            await Console.Error.WriteLineAsync($"bench: {exception.Message}");
            return 1;
        }
    }
}
