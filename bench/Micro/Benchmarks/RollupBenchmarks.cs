using BenchmarkDotNet.Attributes;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>What a write adds to its month.</summary>
public class RollupBenchmarks
{
    private static readonly Workout _before = new()
    {
        UserId = MeasuredRequest.UserId,
        Type = "RUN",
        DurationMinutes = 42.5m,
        CaloriesBurned = 480,
        DistanceKm = 8.4m,
        Timestamp = new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.FromHours(2)),
    };

    private readonly Workout _workout = _before;
    private readonly Workout _after = _before with { Type = "WALKING", DurationMinutes = 55 };

    [Benchmark(Description = "roll-up delta of a create")]
    public RollupDelta Create() => RollupDelta.OfCreated(_workout);

    [Benchmark(Description = "roll-up delta of an edit that changes the type")]
    public RollupDelta Edit() => RollupDelta.OfReplaced(_workout, _after);
}
