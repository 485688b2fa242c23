using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api;

/// <summary>What can stand in a path.</summary>
internal static class PathParameters
{
    public const string UserId = "userId";

    public const string WorkoutId = "workoutId";

    private const int MaxUserIdLength = 128;

    private static readonly ImmutableArray<RouteParameter> _all =
    [
        RouteParameter.InPath(
            UserId,
            "The user, by 1–128 characters of A-Z a-z 0-9 . _ : @ -; not batch, which the API's own paths use",
            ParameterSchema.Text(MaxUserIdLength)),
        RouteParameter.InPath(WorkoutId, "The workout, by the id that it was logged under", ParameterSchema.Text()),
    ];

    public static RouteParameter Named(string name) => _all.Single(parameter => parameter.Name == name);
}
