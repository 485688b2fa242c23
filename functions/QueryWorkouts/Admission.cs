using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;

namespace WorkoutLog.QueryWorkouts;

/// <summary>Decides before anything is read whether a request goes on.</summary>
internal static class Admission
{
    /// <param name="userId">Whose data is asked for.</param>
    /// <param name="errors">What is wrong with the rest of the request.</param>
    /// <returns>The answer to a request that goes no further; null to one that does.</returns>
    public static APIGatewayProxyResponse? Refuse(ApiRequest request, string userId, IReadOnlyList<FieldError> errors)
    {
        FieldError? invalid = UserIdRule.Check(userId);
        if (invalid is null && !request.MayActFor(userId))
        {
            return ProblemAnswers.NotYourData(request);
        }

        FieldError[] all = invalid is null ? [.. errors] : [invalid, .. errors];
        return all.Length == 0 ? null : ProblemAnswers.Invalid(request, all);
    }
}
