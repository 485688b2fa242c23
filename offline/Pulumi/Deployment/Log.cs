namespace Pulumi;

/// <summary>Messages to the engine. Without one, only an error has an effect: it fails the run with its text.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogLevel.Debug, message);

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogLevel.Info, message);

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogLevel.Warn, message);

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogLevel.Error, message);

    private static void Write(LogLevel level, string message) => Pulumi.Deployment.RequiredRun.Log(level, message);
}
