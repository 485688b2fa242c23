namespace WorkoutLog.Local.Import.Csv;

/// <summary>A set: one row in exports of strength training applications.</summary>
/// <param name="Measure">Such as <c>5 × 80 kg</c>; empty for a row that is not a set, such as a rest.</param>
internal sealed record GymSet(string Exercise, string Measure, decimal? DistanceKm, decimal? Seconds)
{
    /// <exception cref="UnreadableException">A field is not a number.</exception>
    public static GymSet Of(string exercise, decimal? reps, decimal? weight, string weightUnit, decimal? distanceKm, decimal? seconds)
    {
        string?[] parts =
        [
            (reps, weight) switch
            {
                ( > 0, > 0) => $"{Show(reps.Value)} × {Show(weight.Value)} {weightUnit}".TrimEnd(),
                ( > 0, _) => Show(reps.Value),
                _ => null,
            },
            distanceKm > 0 ? $"{Show(distanceKm.Value)} km" : null,
            seconds > 0 ? $"{Show(seconds.Value)} s" : null,
        ];
        return new GymSet(exercise, string.Join(' ', parts.OfType<string>()), distanceKm, seconds);
    }

    private static string Show(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Converts the sets of one workout to a workout of the API.</summary>
internal static class GymWorkout
{
    public static SourceWorkout Of(string externalId, DateTimeOffset start, decimal seconds, IEnumerable<string?> notes, IReadOnlyCollection<GymSet> sets)
    {
        var exercises = sets.Where(set => set.Measure.Length > 0).GroupBy(set => set.Exercise).ToArray();
        var distance = sets.Sum(set => set.DistanceKm);
        return new SourceWorkout
        {
            ExternalId = externalId,
            Types = Types([.. exercises.Select(exercise => exercise.Key)]),
            Start = start,
            DurationSeconds = seconds,
            DistanceKm = distance > 0 ? distance : null,
            Notes = Notes.Join(notes.Concat(exercises.Select(exercise => $"{exercise.Key}: {string.Join(", ", exercise.Select(set => set.Measure))}"))),
        };
    }

    // Treadmill alone is a run; followed by a bench press it is not.
    private static ImmutableArray<string> Types(string[] exercises) => exercises.Select(WorkoutTypeMap.Known).Distinct().ToArray() is [not null]
        ? [exercises[0]]
        : [WorkoutTypeMap.Strength];
}
