using System.CommandLine;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local.Cli;

namespace WorkoutLog.Bench;

/// <summary><c>all</c>: every measurement, one after the other, as each would be made alone.</summary>
internal static class AllCommand
{
    public static Command Create(IReadOnlyList<Command> parts)
    {
        Option<bool> write = new ResultOptions().Write;
        var command = new Command("all", $"Makes every measurement: {string.Join(", ", parts.Select(part => part.Name))}") { write };
        command.SetAction(async (arguments, cancellation) =>
        {
            string[] flags = arguments.GetValue(write) ? [write.Name] : [];
            foreach (Command part in parts)
            {
                await Console.Error.WriteLineAsync($"{part.Name}:");
                int exitCode = await part.Parse(flags).InvokeAsync(CommandRunner.Configuration, cancellation);
                if (exitCode != 0)
                {
                    return exitCode;
                }
            }

            return 0;
        });
        return command;
    }
}
