using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Writes log lines to standard output, each with its level and the request id of the current invocation.</summary>
internal sealed class LambdaConsole
{
    private readonly TextWriter _output = Console.Out;
    private readonly LogFormatter _formatter = LogFormatter.FromEnvironment();
    private readonly LogLevel _minimum = LogVariables.ReadMinimumLevel();

    private LambdaConsole()
    {
    }

    public InvocationHeaders? Invocation { get; set; }

    /// <summary>
    /// Also turns the lines that the function writes with <see cref="Console"/> into log lines: output as Information, errors as Error.
    /// </summary>
    public static LambdaConsole Install()
    {
        var console = new LambdaConsole();
        Console.SetOut(new LogLineWriter(console, console._output, LogLevel.Information));
        Console.SetError(new LogLineWriter(console, Console.Error, LogLevel.Error));
        return console;
    }

    public void WriteError(Exception exception) => Write(LogLevel.Error, string.Empty, [], exception);

    /// <summary>Drops messages below the minimum level.</summary>
    public void Write(LogLevel level, string message, object?[] arguments, Exception? exception)
    {
        if (level >= _minimum)
        {
            WriteUnfiltered(level, message, arguments, exception);
        }
    }

    public void WriteUnfiltered(LogLevel level, string message, object?[] arguments, Exception? exception) =>
        _output.WriteLine(Format(level, message, arguments, exception));

    /// <summary>Writes a plain line to one of the console's streams.</summary>
    public void WriteTo(TextWriter stream, LogLevel level, string? message)
    {
        if (level >= _minimum)
        {
            stream.WriteLine(Format(level, message, [], null));
        }
    }

    private string Format(LogLevel level, string? message, object?[] arguments, Exception? exception) =>
        _formatter.Format(new LogEntry(
            TimeProvider.System.GetUtcNow(),
            level,
            Invocation,
            new MessageTemplate(message ?? string.Empty, arguments.Length > 0),
            arguments,
            exception));
}
