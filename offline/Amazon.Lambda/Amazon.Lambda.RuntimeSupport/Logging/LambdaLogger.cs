using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

internal sealed class LambdaLogger(LambdaConsole console) : ILambdaLogger
{
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => console.Write(LogLevel.Information, message, [], null);

    public void Log(string level, string message) => Log(level, null, message, []);

    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    public void Log(string level, Exception? exception, string message, params object[] args)
    {
        // An unknown level is written regardless of the minimum.
        if (Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known))
        {
            console.Write(known, message, args, exception);
        }
        else
        {
            console.WriteUnfiltered(LogLevel.Trace, message, args, exception);
        }
    }
}
