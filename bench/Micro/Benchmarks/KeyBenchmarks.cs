using BenchmarkDotNet.Attributes;
using WorkoutLog.Bench.Micro.Requests;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>A workout's key in its three formats.</summary>
public class KeyBenchmarks
{
    private readonly PagedQuery _query = new("list", MeasuredRequest.UserId, "RUN", From: null, To: null);
    private readonly WorkoutId _id = WorkoutId.New(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.FromHours(2)));
    private readonly string _sortKey;
    private readonly string _workoutId;
    private readonly string _cursor;

    public KeyBenchmarks()
    {
        _sortKey = _id.SortKey;
        _workoutId = _id.ToString();
        _cursor = Cursor.After(_id, _query);
    }

    [Benchmark(Description = "write a sort key")]
    public string WriteSortKey() => _id.SortKey;

    [Benchmark(Description = "read a sort key")]
    public bool ReadSortKey() => WorkoutId.TryParseSortKey(_sortKey, out _);

    [Benchmark(Description = "write a workout id")]
    public string WriteId() => _id.ToString();

    [Benchmark(Description = "read a workout id")]
    public bool ReadId() => WorkoutId.TryParse(_workoutId, out _);

    [Benchmark(Description = "write a cursor")]
    public string WriteCursor() => Cursor.After(_id, _query);

    [Benchmark(Description = "read a cursor")]
    public bool ReadCursor() => Cursor.TryRead(_cursor, _query, out _);
}
