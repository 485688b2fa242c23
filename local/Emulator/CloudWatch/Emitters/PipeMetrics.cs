namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics of <c>AWS/EventBridge/Pipes</c>, and the depth of their queues in <c>AWS/SQS</c>.</summary>
internal sealed class PipeMetrics(ImmutableArray<PipeDeclaration> pipes)
{
    private const string Namespace = "AWS/EventBridge/Pipes";

    private ImmutableDictionary<string, int> _waiting =
        pipes.Select(pipe => pipe.DeadLetters).OfType<DeadLetterTarget>().Select(queue => queue.Name).Distinct().ToImmutableDictionary(queue => queue, _ => 0);

    public IEnumerable<MetricId> All =>
    [
        .. from pipe in pipes
           from name in (string[])["EventCount", "ExecutionFailed", "ExecutionPartiallyFailed", "ExecutionThrottled", "ExecutionTimeout", "Invocations", "TargetStageDuration"]
           select OfPipe(name, pipe.PipeName),
        .. Steady.Select(depth => depth.Metric),
    ];

    /// <summary>SQS reports a queue's depth even if it does not change.</summary>
    public IEnumerable<(MetricId Metric, double Value)> Steady => _waiting.Select(queue => (OfQueue(queue.Key), (double)queue.Value));

    public static IEnumerable<(MetricId Metric, double Value)> Of(PipeExecuted executed) =>
    [
        (OfPipe("Invocations", executed.Pipe), 1),
        (OfPipe("EventCount", executed.Pipe), executed.Succeeded ? executed.Events : 0),
        (OfPipe("ExecutionFailed", executed.Pipe), executed.Succeeded ? 0 : 1),
        (OfPipe("TargetStageDuration", executed.Pipe), executed.Duration.TotalMilliseconds),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Of(DeadLetterSent sent)
    {
        var waiting = ImmutableInterlocked.AddOrUpdate(ref _waiting, sent.Queue, 1, (_, count) => count + 1);
        return [(OfQueue(sent.Queue), waiting)];
    }

    public void TakeOver(PipeMetrics before) => _waiting = _waiting.ToImmutableDictionary(queue => queue.Key, queue => before._waiting.GetValueOrDefault(queue.Key));

    private static MetricId OfPipe(string name, string pipe) => new(Namespace, name, ("PipeName", pipe));

    private static MetricId OfQueue(string queue) => new("AWS/SQS", "ApproximateNumberOfMessagesVisible", ("QueueName", queue));
}
