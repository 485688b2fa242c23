using WorkoutLog.Domain.Validation;

namespace WorkoutLog.ProcessWorkout.Reading;

/// <summary>A new workout as it came.</summary>
/// <param name="UserId">The user that it names; null when it names none that can be read.</param>
/// <param name="IdempotencyKey">Null for none.</param>
/// <param name="Draft">What was sent, as far as it could be read.</param>
/// <param name="Validation">What became of it.</param>
public sealed record ReceivedWorkout(string? UserId, string? IdempotencyKey, WorkoutDraft Draft, WorkoutValidation Validation);
