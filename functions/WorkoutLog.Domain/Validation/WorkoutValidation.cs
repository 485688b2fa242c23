namespace WorkoutLog.Domain.Validation;

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
