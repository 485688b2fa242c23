namespace WorkoutLog.Local.Cli;

/// <summary><c>completion</c>: a script that makes a shell query the command line for completions, with its directive <c>[suggest]</c>.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _workout() {
            local IFS=$'\n'
            # shellcheck disable=SC2207 # zsh has no mapfile.
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }

        complete -o default -F _workout workout

        """;

    private const string Zsh = """
        autoload -U +X compinit && compinit
        autoload -U +X bashcompinit && bashcompinit

        """;

    private const string Fish = """
        function __workout_suggest
            set -l line (commandline -cp)
            set -l words (commandline -opc)
            env $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end

        complete -c workout -f -a '(__workout_suggest)'

        """;

    private static readonly CommandText _text = new(
        Purpose.Setup, "Prints a shell completion script for commands, options and stacks",
        new Example("./workout completion bash", "source <(./workout completion bash) loads it; add that line to ~/.bashrc"),
        new Example("./workout completion zsh", "source <(./workout completion zsh) loads it; add that line to ~/.zshrc"),
        new Example("./workout completion fish", "./workout completion fish | source loads it; add that line to ~/.config/fish/config.fish"))
    {
        Notes = "Completion works after the first build of the command line.",
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new DocumentedCommand("completion", _text) { shell };
        command.SetAction(async (arguments, _) =>
        {
            await Console.Out.WriteAsync(ScriptFor(arguments.GetValue(shell)!));
            return ExitCode.Success;
        });
        return command;
    }

    internal static string ScriptFor(string shell) => shell switch
    {
        "fish" => Fish,
        "zsh" => Zsh + Bash,
        _ => Bash,
    };
}
