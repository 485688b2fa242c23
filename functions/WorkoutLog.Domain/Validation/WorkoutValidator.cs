using WorkoutLog.Contracts;

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
            ClientNameRule.Check(WorkoutFields.ExternalId, draft.ExternalId, ApiLimits.MaxExternalIdLength),
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
        ExternalId = draft.ExternalId,
        Timestamp = timestamp,
    };
}

/// <summary>A workout as a client sent it: of the right types, not yet checked.</summary>
public sealed record WorkoutDraft
{
    public required string UserId { get; init; }

    public required string WorkoutType { get; init; }

    public required decimal DurationMinutes { get; init; }

    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    public string? Notes { get; init; }

    /// <summary>RFC 3339; null for the time of the request.</summary>
    public string? WorkoutTimestamp { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>What became of a draft: a workout, or every error at once.</summary>
public abstract record WorkoutValidation
{
    private WorkoutValidation()
    {
    }

    public sealed record Accepted(Workout Workout) : WorkoutValidation;

    /// <param name="Errors">At least one, in the order of the fields.</param>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : WorkoutValidation;
}
