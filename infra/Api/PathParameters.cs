using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>What can stand in a path.</summary>
internal static class PathParameters
{
    public const string UserId = "userId";

    public const string WorkoutId = "workoutId";

    private static readonly ImmutableArray<RouteParameter> _all =
    [
        RouteParameter.InPath(
            UserId,
            $"The user, by 1–{ApiLimits.MaxUserIdLength} characters of {ApiLimits.UserIdCharacters}; not batch, which the API's own paths use",
            ParameterSchema.Text(ApiLimits.MaxUserIdLength)),
        RouteParameter.InPath(WorkoutId, "The workout, by the id that it was logged under", ParameterSchema.Text()),
    ];

    public static RouteParameter Named(string name) => _all.Single(parameter => parameter.Name == name);
}
