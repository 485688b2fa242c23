using System.Text.Json.Nodes;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>What a client can say of a workout and change later.</summary>
public sealed record WorkoutContent(string Type, decimal Minutes, decimal? Calories, decimal? Distance)
{
    public JsonObject ToJson() => new()
    {
        ["workoutType"] = Type,
        ["durationMinutes"] = Minutes,
        ["caloriesBurned"] = Calories,
        ["distanceKm"] = Distance,
    };
}
