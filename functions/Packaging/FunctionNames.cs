namespace WorkoutLog.Packaging;

/// <summary>The functions, named as their projects under <c>functions/</c>.</summary>
public static class FunctionNames
{
    public const string ProcessWorkout = "ProcessWorkout";

    public const string QueryWorkouts = "QueryWorkouts";
}
