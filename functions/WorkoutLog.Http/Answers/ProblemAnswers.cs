using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Answers;

/// <summary>Answers that say what went wrong (<c>application/problem+json</c>).</summary>
public static class ProblemAnswers
{
    private const string RetryAfterSeconds = "1";

    /// <summary>With <c>Retry-After</c> where trying again may help.</summary>
    public static APIGatewayProxyResponse Of(Problem problem)
    {
        APIGatewayProxyResponse answer = JsonAnswers.Of(problem.Status, problem, ProblemJson.Readable.Problem, MediaTypes.Problem);
        if (problem.Status == ProblemKind.Conflict.Status || problem.Status == ProblemKind.Unavailable.Status)
        {
            answer.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        }

        return answer;
    }

    public static APIGatewayProxyResponse Of(ProblemKind kind, ApiRequest request, string? detail) => Of(Problems.Of(kind, request, detail));

    /// <param name="errors">At least one.</param>
    public static APIGatewayProxyResponse Invalid(ApiRequest request, IReadOnlyList<FieldError> errors) =>
        Of(Problems.Invalid(request, errors));

    /// <param name="errors">At least one.</param>
    public static APIGatewayProxyResponse Refused(ProblemKind kind, ApiRequest request, IReadOnlyList<FieldError> errors) =>
        Of(Problems.Refused(kind, request, errors));

    public static APIGatewayProxyResponse NotYourData(ApiRequest request) => Of(Problems.NotYourData(request));

    public static APIGatewayProxyResponse WorkoutNotFound(ApiRequest request) => Of(Problems.WorkoutNotFound(request));
}
