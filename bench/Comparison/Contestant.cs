using WorkoutLog.Bench.Baselines;

namespace WorkoutLog.Bench.Comparison;

/// <summary>An implementation of the two compared requests.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="LogWorkout">Answers <c>POST /workouts</c>.</param>
/// <param name="GetStats">Answers <c>GET /stats/{userId}</c>.</param>
internal sealed record Contestant(string Name, FunctionUnderTest LogWorkout, FunctionUnderTest GetStats);
