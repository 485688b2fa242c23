using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Json;

namespace WorkoutLog.ProcessWorkout.Reading;

/// <summary>Takes a batch apart without looking at its workouts, so that each of them stands or falls alone.</summary>
internal static class BatchReader
{
    /// <param name="workouts">The JSON of each.</param>
    /// <returns>What is wrong with the batch as a whole; none when its workouts can be read.</returns>
    public static IReadOnlyList<FieldError> Read(byte[] utf8, out IReadOnlyList<ReadOnlyMemory<byte>> workouts)
    {
        StrictRead read = StrictJson.ReadElements(utf8, ProcessWorkoutJson.Default.BatchRequest, out IReadOnlyList<Range> elements);
        workouts = [.. elements.Select(element => utf8.AsMemory(element))];
        return read.Errors.Count > 0 || CheckCount(elements.Count) is not { } error ? read.Errors : [error];
    }

    private static FieldError? CheckCount(int count) => count switch
    {
        0 => new(WorkoutFields.Workouts, ErrorCodes.Required, $"{WorkoutFields.Workouts} must not be empty."),
        > ApiLimits.MaxBatchSize => new(
            WorkoutFields.Workouts,
            ErrorCodes.TooLong,
            $"{WorkoutFields.Workouts} must have at most {ApiLimits.MaxBatchSize} elements; received {count}."),
        _ => null,
    };
}
