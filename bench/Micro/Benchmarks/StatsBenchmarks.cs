using BenchmarkDotNet.Attributes;
using WorkoutLog.Bench.Micro.Requests;
using WorkoutLog.Contracts;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>From the rows of a user's months, one workout a day, to the answer of <c>GET /stats/{userId}</c>.</summary>
public class StatsBenchmarks
{
    private HandledRequest _allTime = null!;
    private HandledRequest _byDay = null!;

    [Params(12, 120)]
    public int Months { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _allTime = HandledRequest.GetStats(Months);
        _byDay = HandledRequest.GetStats(Months, StatsGrouping.Day);
    }

    [Benchmark(Description = "GET /stats, without the network")]
    public Task<string> AllTime() => _allTime.HandleAsync();

    [Benchmark(Description = "GET /stats by day, without the network")]
    public Task<string> ByDay() => _byDay.HandleAsync();
}
