namespace Amazon.Lambda.RuntimeSupport.Logging;

internal abstract class LogFormatter
{
    /// <summary>
    /// Chosen by AWS_LAMBDA_HANDLER_LOG_FORMAT, else AWS_LAMBDA_LOG_FORMAT: Json, Unformatted, or (default) text with a prefix.
    /// </summary>
    public static LogFormatter FromEnvironment()
    {
        var format = LogVariables.Read("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT");
        return string.Equals(format, "Json", StringComparison.OrdinalIgnoreCase)
            ? new JsonLogFormatter()
            : new TextLogFormatter(withPrefix: !string.Equals(format, "Unformatted", StringComparison.OrdinalIgnoreCase));
    }

    public abstract string Format(in LogEntry entry);
}
