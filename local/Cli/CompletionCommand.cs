using System.CommandLine;
using WorkoutLog.Local.Cli.Completion;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Cli;

/// <summary><c>completion</c>: a script that lets a shell complete commands, options and stacks.</summary>
internal static class CompletionCommand
{
    private static readonly CommandText _text = new(
        Purpose.House,
        "Prints a script that lets a shell complete commands, options and stacks",
        new Example("./workout completion bash", "source <(./workout completion bash) loads it, in ~/.bashrc for every shell"),
        new Example("./workout completion zsh", "source <(./workout completion zsh) loads it, in ~/.zshrc for every shell"),
        new Example("./workout completion fish", "./workout completion fish | source loads it, in ~/.config/fish/config.fish for every shell"))
    {
        Notes = "The script has the commands in it, so that a Tab starts nothing. After a change of the commands print it anew.",
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new DocumentedCommand("completion", _text) { shell };
        command.SetAction(async (arguments, _) =>
        {
            await Console.Out.WriteAsync(Write(arguments.GetValue(shell)!, (RootCommand)command.Parents.Single()));
            return ExitCode.Good;
        });
        return command;
    }

    internal static string Write(string shell, RootCommand root)
    {
        CompletedCommand[] commands = [.. CompletedCommand.AllOf(root)];
        return shell switch
        {
            "fish" => FishCompletion.Of(commands),
            "zsh" => BashCompletion.InZsh + BashCompletion.Of(commands),
            _ => BashCompletion.Of(commands),
        };
    }
}
