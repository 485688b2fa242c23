using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Answers;

/// <summary>Answers that say what went wrong (<c>application/problem+json</c>).</summary>
public static class ProblemAnswers
{
    public static APIGatewayProxyResponse Of(ProblemKind kind, ApiRequest request, string? detail) =>
        Of(kind, request, detail, errors: null);

    /// <param name="errors">At least one.</param>
    public static APIGatewayProxyResponse Invalid(ApiRequest request, IReadOnlyList<FieldError> errors) =>
        Refused(ProblemKind.InvalidRequest, request, errors);

    /// <param name="errors">At least one.</param>
    public static APIGatewayProxyResponse Refused(ProblemKind kind, ApiRequest request, IReadOnlyList<FieldError> errors) => Of(
        kind,
        request,
        errors.Count == 1 ? errors[0].Message : $"{errors.Count} errors, each named under errors.",
        [.. errors.Select(error => new ProblemError { Field = error.Field, Code = error.Code, Message = error.Message })]);

    /// <summary>The same whether or not the user exists.</summary>
    public static APIGatewayProxyResponse NotYourData(ApiRequest request) =>
        Of(ProblemKind.NotYourData, request, "A signed-in athlete may act for its own userId only.");

    private static APIGatewayProxyResponse Of(ProblemKind kind, ApiRequest request, string? detail, IReadOnlyList<ProblemError>? errors)
    {
        var problem = new Problem
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
            Errors = errors,
            RequestId = request.RequestId,
        };
        return JsonAnswers.Of(kind.Status, problem, ProblemJson.Readable.Problem, "application/problem+json");
    }
}
