namespace WorkoutLog.Local.Scale;

/// <summary>The load on a stack's keys and partitions.</summary>
internal sealed record ScaleRun(string Stack, Workload Load, long Seed, HeavyTail Tail, PeakMinuteHeat Heat)
{
    /// <summary>Logs per second by the busiest user, at the peak.</summary>
    public double BusiestUserLogs => Load.PeakLogs * Tail.ShareOf(1);

    /// <param name="users">Null for <see cref="Workload.Users"/>.</param>
    public static ScaleRun Of(ResourceGraph graph, Workload load, long? users, long seed)
    {
        var tail = new HeavyTail(Math.Max(1, users ?? (long)load.Users));
        var designs = KeyDesign.OfAll(graph, load);
        var minute = new PeakMinute(tail, TypeMix.Of(Types(graph)), (ulong)seed);
        return new(graph.Stack, load, seed, tail, minute.Run(load.PeakLogs, designs));
    }

    // A program without workout types has one.
    private static int Types(ResourceGraph graph) => graph.OfType(FunctionType.Token)
        .Max(function => function.Inputs.Word("environment", "variables", FunctionEnvironment.SupportedTypes).Split(',').Length);
}
