namespace WorkoutLog.Local.Fuzz;

/// <summary>Watches the output of the functions and the runner for leaked request data and crashes.</summary>
internal sealed class FunctionOutput
{
    private const int MostKept = 20;

    // The runner's reports of an invocation without a response.
    private static readonly string[] _ends = ["Runtime exited", "Task timed out", " failed: ", "malformed proxy response"];

    private readonly ConcurrentQueue<FuzzViolation> _violations = new();
    private int _lines;

    public int Lines => _lines;

    public IReadOnlyCollection<FuzzViolation> Violations => _violations;

    /// <param name="line">A line of standard output or error, from any thread.</param>
    public void Take(string line)
    {
        Interlocked.Increment(ref _lines);
        if (_violations.Count >= MostKept)
        {
            return;
        }

        if (line.Contains(HostileRequests.Marker, StringComparison.Ordinal))
        {
            _violations.Enqueue(new(null, "", $"a log line contains request data: {line}"));
        }
        else if (Array.Find(_ends, end => line.Contains(end, StringComparison.Ordinal)) is not null)
        {
            _violations.Enqueue(new(null, "", $"a function did not respond: {line}"));
        }
    }
}
