namespace WorkoutLog.Offline.Tests.Lambda;

/// <summary>The tests that change the console or the environment; they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class ProcessStateGroup
{
    public const string Name = "Process state";
}
