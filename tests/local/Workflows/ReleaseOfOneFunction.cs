namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>A stack in service, and a release in which one of its functions has changed: from version 7 to 8.</summary>
public abstract class ReleaseOfOneFunction : IDisposable
{
    private protected const string Function = "ProcessWorkout";
    private protected const string AlarmLine = $"errors-1a\t{Description}";

    private const string Description = "ProcessWorkout fails: at least 3 errors in 5 minutes. Page: docs/runbooks/function-errors.md";

    private protected ReleaseOfOneFunction()
    {
        Room.Deploy();
        Room.Write($"newest/{Function}", "8");
    }

    private protected ScriptRoom Room { get; } = new();

    public void Dispose()
    {
        Room.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static string Alarm(string kind, string state, string name = "errors-1a") => $$"""
        {"{{kind}}":[{"AlarmName":"{{name}}","StateValue":"{{state}}","AlarmDescription":"{{Description}}"}]}
        """;

    private protected int Ups() => Room.Calls("pulumi").Count(call => call.StartsWith("up ", StringComparison.Ordinal));

    private protected Task<(int ExitCode, string Output, string Said)> ReleaseAsync(string mode = "deploy") =>
        Room.RunAsync("release.sh", ["dev", mode], ("WATCH_MINUTES", "6"));
}
