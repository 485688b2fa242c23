using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Events;

/// <summary>Hands on what happens in a run. Without an observer nothing is collected.</summary>
public sealed class RunEvents
{
    private ImmutableArray<IRunObserver> _observers = [];

    internal bool IsObserved => !_observers.IsEmpty;

    public void Subscribe(IRunObserver observer) => ImmutableInterlocked.Update(ref _observers, observers => observers.Add(observer));

    internal void Publish(ApiRequestEnded request)
    {
        foreach (var observer in _observers)
        {
            observer.Add(request);
        }
    }

    internal void Publish(InvocationEnded invocation)
    {
        foreach (var observer in _observers)
        {
            observer.Add(invocation);
        }
    }

    internal void Publish(AwsCallEnded call)
    {
        foreach (var observer in _observers)
        {
            observer.Add(call);
        }
    }

    internal void Publish(LogLineWritten line)
    {
        foreach (var observer in _observers)
        {
            observer.Add(line);
        }
    }

    internal void Publish(AliasSwitched switched)
    {
        foreach (var observer in _observers)
        {
            observer.Add(switched);
        }
    }

    internal void Publish(VersionChanged changed)
    {
        foreach (var observer in _observers)
        {
            observer.Add(changed);
        }
    }
}
