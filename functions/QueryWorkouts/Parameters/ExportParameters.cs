using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>The query of an export: all workouts.</summary>
internal static class ExportParameters
{
    public static string[] Names { get; } = [QueryParameters.Limit, QueryParameters.Cursor];

    public static WorkoutQuery Read(ParameterReader parameters, string userId)
    {
        var limit = LimitParameter.Read(parameters, ApiLimits.MaxExportPageSize, ApiLimits.MaxExportPageSize);
        var after = CursorParameter.Read(parameters, QueryOf(userId), TimeRange.All);
        return new WorkoutQuery(userId, null, TimeRange.All, limit, after);
    }

    public static PagedQuery QueryOf(string userId) => new("export", userId, null, null, null);
}
