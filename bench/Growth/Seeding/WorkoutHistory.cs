using WorkoutLog.Domain;

namespace WorkoutLog.Bench.Growth.Seeding;

/// <summary>A realistic, deterministic workout history.</summary>
internal static class WorkoutHistory
{
    /// <summary>Ten years including leap days. Up to this length a history has one workout per day; a longer one has more.</summary>
    public const int MostDays = 3_653;

    private const int Seed = 20_260_501;
    private const int FirstMinute = 6 * 60;
    private const int LastMinute = 21 * 60;

    // Shares of workouts, in percent.
    private const int WithCalories = 80;
    private const int WithDistance = 60;
    private const int WithNotes = 25;

    private static readonly TimeSpan _offset = TimeSpan.FromHours(2);

    /// <summary>Spread evenly over the days before <paramref name="today"/>, oldest first.</summary>
    /// <param name="types">Every second workout is of the first type.</param>
    public static IEnumerable<Workout> Of(string userId, int count, DateOnly today, IReadOnlyList<string> types)
    {
        var random = new Random(Seed);
        int days = Math.Min(count, MostDays);
        DateOnly first = today.AddDays(-days);
        for (int number = 0; number < count; number++)
        {
            DateOnly day = first.AddDays((int)((long)number * days / count));
            int minutes = random.Next(20, 91);
            yield return new Workout
            {
                UserId = userId,
                Type = number % 2 == 0 ? types[0] : types[random.Next(types.Count)],
                DurationMinutes = minutes,
                CaloriesBurned = random.Next(100) < WithCalories ? minutes * random.Next(6, 13) : null,
                DistanceKm = random.Next(100) < WithDistance ? decimal.Round(minutes * random.Next(80, 301) / 1000m, 2) : null,
                Notes = random.Next(100) < WithNotes ? "Felt good, a bit windy on the way back home." : null,
                Timestamp = new DateTimeOffset(day, TimeOnly.MinValue.AddMinutes(random.Next(FirstMinute, LastMinute)), _offset).AddSeconds(random.Next(60)),
            };
        }
    }
}
