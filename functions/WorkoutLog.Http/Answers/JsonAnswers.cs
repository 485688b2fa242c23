using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http.Answers;

/// <summary>Answers with a JSON body that no cache may keep.</summary>
public static class JsonAnswers
{
    public static APIGatewayProxyResponse Of<T>(int status, T body, JsonTypeInfo<T> type) => Of(status, body, type, MediaTypes.Json);

    internal static APIGatewayProxyResponse Of<T>(int status, T body, JsonTypeInfo<T> type, string contentType) => new()
    {
        StatusCode = status,
        Headers = AnswerHeaders.Of(contentType),
        Body = JsonSerializer.Serialize(body, type),
    };
}
