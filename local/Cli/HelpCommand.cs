namespace WorkoutLog.Local.Cli;

/// <summary><c>help</c>: the same text as <c>--help</c> after a command.</summary>
internal static class HelpCommand
{
    private static readonly CommandText _text = new(
        Purpose.Setup, "Lists the commands, or shows the help of one", new Example("./workout help", "all commands by purpose"),
        new Example("./workout help bench growth", "the same as ./workout bench growth --help"));

    public static Command Create()
    {
        var words = new Argument<string[]>("command") { Description = "The command", Arity = ArgumentArity.ZeroOrMore };
        var command = new DocumentedCommand("help", _text) { words };
        words.CompletionSources.Add(_ => [.. Root(command).Subcommands.Select(known => known.Name)]);
        words.Validators.Add(result =>
        {
            if (Find(Root(command), result.Tokens.Select(token => token.Value)) is null)
            {
                result.AddError($"Unknown command \"{string.Join(' ', result.Tokens)}\". ./workout help lists all commands.");
            }
        });
        command.SetAction((arguments, cancellation) => Root(command).Parse([.. arguments.GetValue(words)!, "--help"]).InvokeAsync(arguments.InvocationConfiguration, cancellation));
        return command;
    }

    private static RootCommand Root(Command command) => command.Parents.OfType<RootCommand>().Single();

    private static Command? Find(Command from, IEnumerable<string> words) =>
        words.Aggregate((Command?)from, (command, word) => command?.Subcommands.FirstOrDefault(known => known.Name == word));
}
