using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Local.Cli;

/// <summary>Reports all errors of a command line at once, with the nearest known word and a pointer to the help.</summary>
internal static class CommandLineErrors
{
    /// <param name="program">Prefix of error messages.</param>
    public static void Write(ParseResult line, string program, TextWriter output)
    {
        foreach (var message in line.Errors.Select(error => error.Message).Distinct())
        {
            output.WriteLine($"{program}: {message}{Suggestion(line, message)}");
        }

        output.WriteLine($"More: ./workout {string.Join(' ', Path(line).Reverse().Append("--help"))}");
    }

    private static IEnumerable<string> Path(ParseResult line)
    {
        for (var result = line.CommandResult; result.Parent is System.CommandLine.Parsing.CommandResult above; result = above)
        {
            yield return result.Command.Name;
        }
    }

    private static string Suggestion(ParseResult line, string message)
    {
        if (line.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal)) is not { } typed)
        {
            return "";
        }

        var command = line.CommandResult.Command;
        var nearest = EditDistance.Nearest(typed, command.Subcommands.Select(known => known.Name).Concat(command.Options.Select(option => option.Name)));
        return nearest is null ? "" : $" Did you mean {nearest}?";
    }
}
