using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api;

/// <summary>The API of WorkoutLog.</summary>
public static class Routes
{
    /// <summary>Path of the OpenAPI document in the repository.</summary>
    public const string PublishedDocument = "docs/openapi.json";

    public static readonly ApiDefinition Definition = new(
        "WorkoutLog",
        "1.0.0",
        "Logs workouts and returns statistics",
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
