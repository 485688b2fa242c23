using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Every example of a request and its answer. They tell one story, in the order of the routes.</summary>
public static class ApiExamples
{
    public static ImmutableArray<ApiExample> All { get; } =
    [
        .. LogExamples.All,
        .. BatchExamples.All,
        .. ListExamples.All,
        .. GetExamples.All,
        .. ReplaceExamples.All,
        .. DeleteExamples.All,
        .. StatsExamples.All,
        .. ExportExamples.All,
    ];
}
