using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Http.Answers;

/// <summary>Answers without a body.</summary>
public static class EmptyAnswers
{
    public static APIGatewayProxyResponse NoContent() => new() { StatusCode = 204, Headers = AnswerHeaders.WithoutContent() };
}
