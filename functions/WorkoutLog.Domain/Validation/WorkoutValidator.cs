namespace WorkoutLog.Domain.Validation;

/// <summary>Checks drafts against the fixed rules and the operator's.</summary>
public static class WorkoutValidator
{
    private static readonly QuantityRule _calories = new(WorkoutFields.CaloriesBurned, "kcal", 20_000, ZeroAllowed: true);
    private static readonly QuantityRule _distance = new(WorkoutFields.DistanceKm, "km", 1_000, ZeroAllowed: true);

    /// <summary>Checks every field, also after one was refused.</summary>
    public static WorkoutValidation Validate(WorkoutDraft draft, WorkoutRules rules, TimeProvider time)
    {
        var duration = new QuantityRule(WorkoutFields.DurationMinutes, "minutes", rules.MaxDurationMinutes, ZeroAllowed: false);
        FieldError?[] checks =
        [
            UserIdRule.Check(draft.UserId),
            CheckType(draft.WorkoutType, rules),
            duration.Check(draft.DurationMinutes),
            draft.CaloriesBurned is { } calories ? _calories.Check(calories) : null,
            draft.DistanceKm is { } distance ? _distance.Check(distance) : null,
            draft.Notes is { } notes ? NotesRule.Check(notes) : null,
            TimestampRule.Check(draft.WorkoutTimestamp, time.GetUtcNow(), out DateTimeOffset timestamp),
        ];
        FieldError[] errors = [.. checks.OfType<FieldError>()];

        return errors.Length > 0
            ? new WorkoutValidation.Refused(errors)
            : new WorkoutValidation.Accepted(Accept(draft, timestamp));
    }

    private static FieldError? CheckType(string type, WorkoutRules rules) =>
        rules.SupportedTypes.Contains(type)
            ? null
            : new(
                WorkoutFields.WorkoutType,
                ErrorCodes.Unsupported,
                $"workoutType must be one of {string.Join(", ", rules.SupportedTypes)}; received {Received.Quote(type)}.");

    private static Workout Accept(WorkoutDraft draft, DateTimeOffset timestamp) => new()
    {
        UserId = draft.UserId,
        Type = draft.WorkoutType,
        DurationMinutes = ExactDecimal.Trim(draft.DurationMinutes),
        CaloriesBurned = draft.CaloriesBurned is { } calories ? ExactDecimal.Trim(calories) : null,
        DistanceKm = draft.DistanceKm is { } distance ? ExactDecimal.Trim(distance) : null,
        Notes = draft.Notes,
        Timestamp = timestamp,
    };
}
