using System.CommandLine;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Bench;

/// <summary><c>all</c>: every measurement in sequence, with the options that each has when run alone.</summary>
internal static class AllCommand
{
    public static void GiveAction(EverythingPart all, IReadOnlyList<Command> parts) =>
        all.SetAction(async (arguments, cancellation) =>
        {
            string[] flags = arguments.GetValue(all.Write) ? [all.Write.Name] : [];
            foreach (Command part in parts)
            {
                await Console.Error.WriteLineAsync($"{part.Name}:");
                int exitCode = await part.Parse(flags).InvokeAsync(CommandRunner.Configuration, cancellation);
                if (exitCode != ExitCode.Success)
                {
                    return exitCode;
                }
            }

            return ExitCode.Success;
        });
}
