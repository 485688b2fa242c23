using WorkoutLog.Contracts;

namespace WorkoutLog.Domain.Validation;

/// <summary>Validates drafts against the fixed rules and the operator's.</summary>
public static class WorkoutValidator
{
    private static readonly QuantityRule _duration = new(WorkoutFields.DurationMinutes, "minutes", WorkoutLimit.MaxDurationMinutes, ZeroAllowed: false);
    private static readonly QuantityRule _calories = new(WorkoutFields.CaloriesBurned, "kcal", WorkoutLimit.MaxCaloriesBurned, ZeroAllowed: true);
    private static readonly QuantityRule _distance = new(WorkoutFields.DistanceKm, "km", WorkoutLimit.MaxDistanceKm, ZeroAllowed: true);

    /// <summary>Checks every field, even after an error.</summary>
    public static WorkoutValidation Validate(WorkoutDraft draft, WorkoutRules rules, TimeProvider time)
    {
        FieldError?[] checks =
        [
            UserIdRule.Check(draft.UserId),
            CheckType(draft.WorkoutType, rules),
            _duration.Check(draft.DurationMinutes, rules),
            draft.CaloriesBurned is { } calories ? _calories.Check(calories, rules) : null,
            draft.DistanceKm is { } distance ? _distance.Check(distance, rules) : null,
            draft.Notes is { } notes ? NotesRule.Check(notes, rules) : null,
            TimestampRule.Check(draft.WorkoutTimestamp, rules, time.GetUtcNow(), out DateTimeOffset timestamp),
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
                $"workoutType must be one of {string.Join(", ", rules.SupportedTypes)}; got {Received.Quote(type)}.");

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

/// <summary>A workout as sent by a client: correctly typed, not yet validated.</summary>
public sealed record WorkoutDraft
{
    public required string UserId { get; init; }

    public required string WorkoutType { get; init; }

    public required decimal DurationMinutes { get; init; }

    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    /// <summary><c>\r\n</c> becomes <c>\n</c>, so that both forms are the same workout.</summary>
    public string? Notes { get; init => field = value?.Replace("\r\n", "\n", StringComparison.Ordinal); }

    /// <summary>RFC 3339; null for the time of the request.</summary>
    public string? WorkoutTimestamp { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>Result of a validation: a workout, or all errors.</summary>
public abstract record WorkoutValidation
{
    private WorkoutValidation()
    {
    }

    public sealed record Accepted(Workout Workout) : WorkoutValidation;

    /// <param name="Errors">At least one, in the order of the fields.</param>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : WorkoutValidation;
}
