using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>
/// Tells the lines of one process apart by invocation. They are read a little after they were written, so a line that names an
/// earlier invocation belongs to that one.
/// </summary>
internal sealed class InvocationLines
{
    private readonly Lock _access = new();
    private readonly List<(string RequestId, ImmutableArray<string>.Builder Lines)> _open = [];
    private ImmutableArray<string>.Builder _unclaimed = ImmutableArray.CreateBuilder<string>();

    public void Add(string line)
    {
        lock (_access)
        {
            var named = _open.Find(invocation => line.Contains(invocation.RequestId, StringComparison.Ordinal));
            (named.Lines ?? (_open.Count > 0 ? _open[^1].Lines : _unclaimed)).Add(line);
        }
    }

    /// <summary>What was written before, in INIT, belongs to this invocation.</summary>
    public void Begin(string requestId)
    {
        lock (_access)
        {
            _open.Add((requestId, _unclaimed));
            _unclaimed = ImmutableArray.CreateBuilder<string>();
        }
    }

    public ImmutableArray<string> End(string requestId)
    {
        lock (_access)
        {
            var place = _open.FindIndex(invocation => invocation.RequestId == requestId);
            if (place < 0)
            {
                return [];
            }

            var lines = _open[place].Lines.ToImmutable();
            _open.RemoveAt(place);
            return lines;
        }
    }
}
