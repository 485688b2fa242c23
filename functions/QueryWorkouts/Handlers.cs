namespace WorkoutLog.QueryWorkouts;

/// <summary>What the routes lead to.</summary>
public sealed record Handlers(GetStatsHandler GetStats);
