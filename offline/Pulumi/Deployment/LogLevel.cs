namespace Pulumi;

internal enum LogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}
