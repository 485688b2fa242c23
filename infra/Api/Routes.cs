using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api;

/// <summary>WorkoutLog's API, with every route once.</summary>
public static class Routes
{
    /// <summary>Where the OpenAPI document is in the repository.</summary>
    public const string PublishedDocument = "docs/openapi.json";

    public static readonly ApiDefinition Definition = new(
        "WorkoutLog",
        "1.0.0",
        "Logs workouts and answers statistics",
        ProblemKind.TypeOf(""),
        [
            WriteRoutes.Log,
            WriteRoutes.LogBatch,
            ReadRoutes.List,
            ReadRoutes.Get,
            WriteRoutes.Replace,
            WriteRoutes.Delete,
            ReadRoutes.Stats,
            ReadRoutes.Export,
        ]);

    public static ImmutableArray<Route> All => Definition.Routes;
}
