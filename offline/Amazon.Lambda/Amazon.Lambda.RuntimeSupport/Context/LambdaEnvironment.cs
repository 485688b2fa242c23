using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The function's environment variables; read once.</summary>
internal sealed class LambdaEnvironment
{
    public const string TraceIdVariable = "_X_AMZN_TRACE_ID";

    public string? RuntimeApiEndpoint { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    public string? FunctionName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public string? FunctionVersion { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    public string? LogGroupName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string? LogStreamName { get; } = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    /// <summary>0 when unknown.</summary>
    public int MemoryLimitInMB { get; } = ReadMemoryLimit();

    /// <summary>The process may host several functions, as a test runner does.</summary>
    public bool DisableMemoryLimit { get; } = IsTrue("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK");

    /// <summary>Handle one event, then end: for profiling.</summary>
    public bool RunOnce { get; } = IsTrue("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE");

    private static int ReadMemoryLimit() =>
        int.TryParse(
            Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var mebibytes)
            ? mebibytes
            : 0;

    private static bool IsTrue(string variable) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), "true", StringComparison.OrdinalIgnoreCase);
}
