using System.Text;

namespace WorkoutLog.Local.Cli.Completion;

/// <summary>The command line as tables in a Bash function, which needs no process to answer. Zsh runs it as it is.</summary>
internal static class BashCompletion
{
    /// <summary>What zsh needs before it.</summary>
    public const string InZsh = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    private const string Stacks = "$(_workout_stacks)";

    public static string Of(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder("""
            _workout_stacks() {
                local script file
                script=$(command -v -- "${COMP_WORDS[0]}") || return 0
                for file in "${script%/*}"/Pulumi.*.yaml; do
                    file=${file##*/Pulumi.}
                    [ "$file" = '*.yaml' ] || printf '%s\n' "${file%.yaml}"
                done
            }

            _workout() {
                local typed=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='' word i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in

            """);
        text.Append($"            {Pattern(commands.Where(command => command.Path.Count > 0).Select(Key))}) command=\"$command ${{COMP_WORDS[i]}}\" ;;\n");
        text.Append("""
                    esac
                done
                case "$command $before" in

            """);
        foreach (var values in commands.SelectMany(Values).GroupBy(value => value.Words, value => value.Key))
        {
            text.Append($"        {Pattern(values)}) words=\"{values.Key}\" ;;\n");
        }

        text.Append("""
                    *)
                        case $command in

            """);
        foreach (var command in commands)
        {
            var words = command.Words.Select(word => word.Name).Concat(command.Options.SelectMany(option => option.Names));
            text.Append($"                {Pattern([Key(command)])}) words=\"{string.Join(' ', words)}\" ;;\n");
        }

        text.Append("""
                        esac
                        ;;
                esac
                COMPREPLY=()
                local IFS=$' \n'
                for word in $words; do
                    [[ $word != "$typed"* ]] || COMPREPLY+=("$word")
                done
            }

            complete -o default -F _workout workout

            """);
        return text.ToString();
    }

    // An option without known values is answered with nothing, after which the shell offers files.
    private static IEnumerable<(string Key, string Words)> Values(CompletedCommand command) =>
        from option in command.Options
        where option.TakesValue
        from name in option.Names
        select ($"{Key(command)} {name}", option.IsStack ? Stacks : string.Join(' ', option.Choices));

    private static string Key(CompletedCommand command) => string.Concat(command.Path.Select(word => $" {word}"));

    private static string Pattern(IEnumerable<string> keys) => string.Join(" | ", keys.Select(key => $"'{key}'"));
}
