using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;

namespace WorkoutLog.Functions.Tests.Support;

internal static class AnswerReading
{
    /// <summary>The body of a problem, after a look at what every problem has in common.</summary>
    public static Problem Problem(this APIGatewayProxyResponse answer)
    {
        var problem = answer.Read<Problem>();
        Assert.Equal("application/problem+json", answer.Headers["Content-Type"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal(answer.StatusCode, problem.Status);
        Assert.Equal("request-1", problem.RequestId);
        Assert.StartsWith("urn:workout-log:problem:", problem.Type, StringComparison.Ordinal);
        return problem;
    }

    public static T Read<T>(this APIGatewayProxyResponse answer) =>
        JsonSerializer.Deserialize<T>(answer.Body, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The body is null.");

    public static string[] Lines(this Problem problem) =>
        [.. (problem.Errors ?? []).Select(error => $"{error.Field} {error.Code}: {error.Message}")];
}
