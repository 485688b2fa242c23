using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Domain;

internal static class Drafts
{
    public static WorkoutDraft Good { get; } = new() { UserId = "athlete-1", WorkoutType = "RUN", DurationMinutes = 30 };

    public static Workout Accept(WorkoutDraft draft) =>
        Assert.IsType<WorkoutValidation.Accepted>(Validate(draft)).Workout;

    public static string[] Refuse(WorkoutDraft draft) =>
        [.. Assert.IsType<WorkoutValidation.Refused>(Validate(draft)).Errors.Select(e => $"{e.Field} {e.Code}: {e.Message}")];

    private static WorkoutValidation Validate(WorkoutDraft draft) => WorkoutValidator.Validate(draft, Rules.Default, FixedTime.Default);
}
