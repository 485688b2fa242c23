using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http;

/// <summary>Keeps requests for the data of other users, or of no possible one, from reaching the tables.</summary>
public static class UserDataGuard
{
    /// <param name="userId">Of the path: whose data is asked for.</param>
    /// <param name="errors">What is wrong with the rest of the request; a caller who may not see the user's data learns nothing of it.</param>
    /// <returns>The problem of a request that goes no further; null for one that does.</returns>
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
