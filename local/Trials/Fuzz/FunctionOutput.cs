namespace WorkoutLog.Local.Fuzz;

/// <summary>Watches what the functions and the runner say while hostile requests come.</summary>
internal sealed class FunctionOutput
{
    private const int MostKept = 20;

    // What the runner reports when an event ends otherwise than with an answer.
    private static readonly string[] _ends = ["Runtime exited", "Task timed out", " failed: ", "malformed proxy response"];

    private readonly ConcurrentQueue<FuzzViolation> _violations = new();
    private int _lines;

    public int Lines => _lines;

    public IReadOnlyCollection<FuzzViolation> Violations => _violations;

    /// <param name="line">One of standard output or error, from any thread.</param>
    public void Take(string line)
    {
        Interlocked.Increment(ref _lines);
        if (_violations.Count >= MostKept)
        {
            return;
        }

        if (line.Contains(HostileRequests.Marker, StringComparison.Ordinal))
        {
            _violations.Enqueue(new(null, "", $"a log line repeats a request: {line}"));
        }
        else if (Array.Find(_ends, end => line.Contains(end, StringComparison.Ordinal)) is not null)
        {
            _violations.Enqueue(new(null, "", $"a function did not answer: {line}"));
        }
    }
}
