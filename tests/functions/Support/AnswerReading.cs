using System.Text.Json;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Support;

internal static class AnswerReading
{
    /// <summary>The body of a problem, after checks that apply to every problem.</summary>
    public static Problem Problem(this APIGatewayProxyResponse answer)
    {
        var problem = answer.Read<Problem>();
        Assert.Equal(("application/problem+json", "no-store"), (answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.Equal((answer.StatusCode, "request-1"), (problem.Status, problem.RequestId));
        return problem;
    }

    /// <summary>The status and the kind of a problem: <c>404 workout-not-found</c>.</summary>
    public static string Kind(this APIGatewayProxyResponse answer) => $"{answer.StatusCode} {answer.Problem().Type.Split(':')[^1]}";

    public static T Read<T>(this APIGatewayProxyResponse answer) =>
        JsonSerializer.Deserialize<T>(answer.Body, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The body is null.");

    /// <summary>The fields that were refused, each with its code: <c>userId required, notes too_long</c>.</summary>
    public static string Errors(this Problem problem) =>
        string.Join(", ", (problem.Errors ?? []).Select(error => $"{error.Field} {error.Code}"));

    /// <summary>The same for errors before they become a response.</summary>
    public static string Show(this IEnumerable<FieldError> errors) => string.Join(", ", errors.Select(error => $"{error.Field} {error.Code}"));

    /// <summary>Asserts a 400 with these errors and no others.</summary>
    public static void AssertInvalid(this APIGatewayProxyResponse answer, string errors) =>
        Assert.Equal(("400 invalid-request", errors), (answer.Kind(), answer.Problem().Errors()));
}
