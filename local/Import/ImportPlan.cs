namespace WorkoutLog.Local.Import;

/// <summary>A workout that meets the rules of the API.</summary>
internal sealed record PlannedWorkout(Place Place, Workout Workout)
{
    public BatchWorkout ToRequest() => new()
    {
        UserId = Workout.UserId,
        WorkoutType = Workout.Type,
        DurationMinutes = Workout.DurationMinutes,
        DistanceKm = Workout.DistanceKm,
        CaloriesBurned = Workout.CaloriesBurned,
        Notes = Workout.Notes,
        WorkoutTimestamp = ImportPlan.Rfc3339(Workout.Timestamp),
        ExternalId = Workout.ExternalId,
    };
}

/// <summary>The workouts to log, oldest first, and the skipped rows with reasons.</summary>
internal sealed record ImportPlan(ImmutableArray<PlannedWorkout> Workouts, ImmutableArray<SourceRow.Skipped> Skipped)
{
    // A metre, a tenth of a second: more digits are conversion noise.
    private const int Digits = 3;

    /// <param name="rules">The rules of the target stack.</param>
    public static ImportPlan Of(IEnumerable<SourceRow> rows, string userId, WorkoutTypeMap types, WorkoutRules rules, TimeProvider time)
    {
        var workouts = new Dictionary<string, PlannedWorkout>(StringComparer.Ordinal);
        var skipped = ImmutableArray.CreateBuilder<SourceRow.Skipped>();
        foreach (var row in rows)
        {
            switch (row)
            {
                case SourceRow.Read { Workout.ExternalId: var id } when workouts.TryGetValue(id, out var same):
                    skipped.Add(new(row.Place, $"it is the same workout as {same.Place} ({id})"));
                    break;
                case SourceRow.Read read:
                    try
                    {
                        workouts.Add(read.Workout.ExternalId, Plan(read, userId, types, rules, time));
                    }
                    catch (UnreadableException unreadable)
                    {
                        skipped.Add(new(row.Place, unreadable.Message));
                    }

                    break;
                case SourceRow.Skipped known:
                    skipped.Add(known);
                    break;
            }
        }

        return new ImportPlan([.. workouts.Values.OrderBy(workout => workout.Workout.Timestamp)], skipped.ToImmutable());
    }

    public static string Rfc3339(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);

    private static PlannedWorkout Plan(SourceRow.Read row, string userId, WorkoutTypeMap types, WorkoutRules rules, TimeProvider time)
    {
        var source = row.Workout;
        var draft = new WorkoutDraft
        {
            UserId = userId,
            WorkoutType = types.Find(source.Types),
            DurationMinutes = Math.Round(source.DurationSeconds / 60, Digits),
            // Devices write 0 for values that they did not measure.
            DistanceKm = source.DistanceKm is { } distance and not 0 ? Math.Round(distance, Digits) : null,
            CaloriesBurned = source.Calories is { } calories and not 0 ? Math.Round(calories, Digits) : null,
            Notes = Notes.Shorten(source.Notes, rules[WorkoutLimit.MaxNotesLength]),
            WorkoutTimestamp = Rfc3339(source.Start),
            ExternalId = source.ExternalId,
        };
        return WorkoutValidator.Validate(draft, rules, time) switch
        {
            WorkoutValidation.Accepted accepted => new PlannedWorkout(row.Place, accepted.Workout),
            WorkoutValidation.Refused refused => throw new UnreadableException(string.Join(' ', refused.Errors.Select(error => error.Message)).TrimEnd('.')),
            var other => throw new InvalidOperationException($"{other.GetType()} is not a known outcome."),
        };
    }
}
