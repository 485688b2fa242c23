namespace WorkoutLog.Domain.Statistics;

/// <summary>Averages as people read them.</summary>
public static class Average
{
    private const int Decimals = 2;

    /// <summary>What one workout has of the sum, rounded half up to two decimals; 0 without workouts.</summary>
    /// <param name="sum">Not negative.</param>
    public static decimal Of(decimal sum, int workouts) =>
        workouts == 0 ? 0 : Math.Round(sum / workouts, Decimals, MidpointRounding.AwayFromZero);
}
