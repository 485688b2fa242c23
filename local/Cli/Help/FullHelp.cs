using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace WorkoutLog.Local.Cli.Help;

/// <summary>The library's help, followed by the command's notes, examples and exit codes.</summary>
internal sealed class FullHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _options = new();

    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new FullHelp();

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        _options.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
        {
            Write(command.Text, output);
        }

        return ExitCode.Success;
    }

    private static void Write(CommandText text, TextWriter output)
    {
        if (text.Notes is not null)
        {
            output.WriteLine(text.Notes);
            output.WriteLine();
        }

        output.WriteLine("Examples:");
        foreach (var example in text.Examples)
        {
            output.WriteLine($"  {example.Line}");
            output.WriteLine($"      {example.Description}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in text.ExitCodes)
        {
            output.WriteLine($"  {code,3}  {meaning}");
        }
    }
}
