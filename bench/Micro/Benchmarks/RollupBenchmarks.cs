using BenchmarkDotNet.Attributes;
using WorkoutLog.Bench.Micro.Requests;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>A write's contribution to its month.</summary>
public class RollupBenchmarks
{
    private readonly Workout _workout = new()
    {
        UserId = MeasuredRequest.UserId,
        Type = "RUN",
        DurationMinutes = 42.5m,
        CaloriesBurned = 480,
        DistanceKm = 8.4m,
        Timestamp = new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.FromHours(2)),
    };

    [Benchmark(Description = "roll-up delta of a create")]
    public RollupDelta Create() => RollupDelta.OfCreated(_workout);
}
