using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Local.Cli;

/// <summary>What is wrong with a command line: everything at once, the nearest word that exists, and where to read on.</summary>
internal static class CommandLineErrors
{
    /// <param name="program">What error messages begin with.</param>
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
