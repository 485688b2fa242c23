using WorkoutLog.Contracts;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Paging;

/// <summary>Pages as the API shows them.</summary>
internal static class PageRepresentation
{
    public static WorkoutPage Of(StoredPage page, string? nextCursor) => new()
    {
        Items = [.. page.Workouts.Select(WorkoutRepresentation.Of)],
        HasMore = page.HasMore,
        NextCursor = nextCursor,
    };
}
