using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>What a strict read found wrong.</summary>
/// <param name="ReachedEnd">False when the body stopped being JSON, so that nothing is known of the fields behind that point.</param>
/// <param name="Errors">In the order of the body, missing fields last.</param>
public sealed record StrictRead(bool ReachedEnd, IReadOnlyList<FieldError> Errors);
