using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http;

/// <summary>Refuses requests for other users' data, or with an invalid user id, before they reach the tables.</summary>
public static class UserDataGuard
{
    /// <param name="userId">From the path.</param>
    /// <param name="errors">Errors of the rest of the request; not reported to a caller who may not see the user's data.</param>
    /// <returns>The problem of a refused request; null if it may proceed.</returns>
    public static Problem? Refuse(ApiRequest request, out string userId, params IReadOnlyList<FieldError> errors)
    {
        userId = request.PathParameter(WorkoutFields.UserId);
        FieldError? invalid = UserIdRule.Check(userId);
        if (invalid is null && request.Caller.RefusalFor(userId) is { } refusal)
        {
            return Problems.Of(ProblemKind.NotYourData, request, refusal);
        }

        FieldError[] all = invalid is null ? [.. errors] : [invalid, .. errors];
        return all.Length == 0 ? null : Problems.Invalid(request, all);
    }
}
