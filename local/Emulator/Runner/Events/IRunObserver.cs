namespace WorkoutLog.Local.Runner.Events;

/// <summary>Is told what happens in a run, from any thread and while a caller waits: it must be quick and must not throw.</summary>
public interface IRunObserver
{
    void Add(ApiRequestEnded request);

    void Add(InvocationEnded invocation);

    void Add(AwsCallEnded awsCall);

    /// <summary>Each line at once, before its invocation ends.</summary>
    void Add(LogLineWritten line)
    {
    }

    void Add(AliasSwitched switched)
    {
    }

    void Add(VersionChanged changed)
    {
    }
}
