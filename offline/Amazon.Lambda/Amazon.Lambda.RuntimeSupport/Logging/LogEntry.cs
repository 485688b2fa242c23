using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One log line before formatting.</summary>
internal readonly record struct LogEntry(
    DateTimeOffset Time,
    LogLevel Level,
    InvocationHeaders? Invocation,
    MessageTemplate Message,
    object?[] Arguments,
    Exception? Exception);
