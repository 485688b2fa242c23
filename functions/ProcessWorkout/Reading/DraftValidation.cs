using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Json;

namespace WorkoutLog.ProcessWorkout.Reading;

/// <summary>Puts together what is wrong with the JSON, with the values of its good fields and with what came beside it.</summary>
internal static class DraftValidation
{
    /// <param name="draft">Holds starting values in the place of fields that could not be read.</param>
    /// <param name="others">Errors of what the rules know nothing of; null for none.</param>
    public static WorkoutValidation Of(
        StrictRead read, WorkoutDraft draft, WorkoutRules rules, TimeProvider time, params IEnumerable<FieldError?> others)
    {
        if (!read.ReachedEnd)
        {
            return new WorkoutValidation.Refused(read.Errors);
        }

        WorkoutValidation ofRules = WorkoutValidator.Validate(draft, rules, time);
        // What the rules say of a starting value is noise.
        IEnumerable<FieldError> ofValues = ofRules is WorkoutValidation.Refused refused
            ? refused.Errors.Where(error => !read.Errors.Any(reported => reported.Field == error.Field))
            : [];
        FieldError[] errors = [.. read.Errors, .. ofValues, .. others.OfType<FieldError>()];
        return errors.Length == 0 ? ofRules : new WorkoutValidation.Refused(errors);
    }
}
