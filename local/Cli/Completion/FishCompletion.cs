using System.Text;

namespace WorkoutLog.Local.Cli.Completion;

/// <summary>The command line as fish's own declarations.</summary>
internal static class FishCompletion
{
    public static string Of(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder("""
            function __workout_stacks
                set -l script (command -v (commandline -opc)[1]); or return
                string replace -rf '.*/Pulumi\.(.+)\.yaml$' '$1' (path dirname $script)/Pulumi.*.yaml
            end

            # The words that are commands, without options and their values, are exactly these.
            function __workout_at
                set -l typed
                for word in (commandline -opc)[2..]
                    string match -q -- '-*' $word; or set -a typed $word
                end
                set -l path $argv
                test (count $path) -le (count $typed); or return 1
                test (count $path) -eq 0; and return (test (count $typed) -eq 0)
                test "$typed[1..$(count $path)]" = "$path"
            end

            complete -c workout -f

            """);
        foreach (var command in commands)
        {
            var at = $"complete -c workout -n '__workout_at {string.Join(' ', command.Path)}'";
            foreach (var (name, description) in command.Words)
            {
                text.Append($"{at} -a {name} -d {Quote(description)}\n");
            }

            foreach (var option in command.Options)
            {
                text.Append($"{at}{string.Concat(option.Names.Select(Flag))}{Value(option)} -d {Quote(option.Description)}\n");
            }
        }

        return text.ToString();
    }

    private static string Flag(string name) => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}";

    private static string Value(CompletedOption option) => option switch
    {
        { IsStack: true } => " -x -a '(__workout_stacks)'",
        { TakesValue: true, Choices.Count: > 0 } => $" -x -a {Quote(string.Join(' ', option.Choices))}",
        { TakesValue: true } => " -r -F",
        _ => "",
    };

    private static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
