using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary><c>time TAB request id TAB level TAB message</c>, then the exception on lines of its own.</summary>
internal sealed class TextLogFormatter(bool withPrefix) : LogFormatter
{
    public override string Format(in LogEntry entry)
    {
        var message = entry.Message.Apply(entry.Arguments);
        if (entry.Exception is { } exception)
        {
            message = message.Length == 0 ? exception.ToString() : $"{message}\n{exception}";
        }

        return withPrefix
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\t{entry.Invocation?.AwsRequestId}\t{Label(entry.Level)}\t{message}")
            : message;
    }

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => level.ToString(),
    };
}
