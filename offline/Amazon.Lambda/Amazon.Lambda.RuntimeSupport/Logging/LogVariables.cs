using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The environment variables that configure logging.</summary>
internal static class LogVariables
{
    public static string? Read(string variable, string fallback)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(value) ? Environment.GetEnvironmentVariable(fallback) : value;
    }

    /// <summary>AWS_LAMBDA_HANDLER_LOG_LEVEL, else AWS_LAMBDA_LOG_LEVEL; Information when neither names a level.</summary>
    public static LogLevel ReadMinimumLevel() =>
        Read("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL")?.ToUpperInvariant() switch
        {
            "TRACE" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "WARN" or "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "FATAL" or "CRITICAL" => LogLevel.Critical,
            _ => LogLevel.Information,
        };
}
