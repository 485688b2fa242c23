using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>POST /workouts</c>: logs one workout.</summary>
public sealed class LogWorkoutHandler(WorkoutLogger logger, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        ReceivedWorkout received = ReceivedWorkout.OfRequest(utf8.Bytes, request, time);
        return await logger.LogAsync(received, request) switch
        {
            LogOutcome.Logged logged => AnswerTo(logged, request),
            LogOutcome.Refused refused => Responses.Of(refused.Problem),
            var outcome => throw new InvalidOperationException($"{outcome.GetType()} is not a known outcome."),
        };
    }

    private static APIGatewayProxyResponse AnswerTo(LogOutcome.Logged logged, ApiRequest request)
    {
        StoredWorkout stored = logged.Stored;
        APIGatewayProxyResponse answer = Responses.Workout(logged.Status, stored, ProcessWorkoutJson.Readable.WorkoutResponse);
        answer.Headers[HeaderNames.Location] = $"{request.Path.TrimEnd('/')}/{Uri.EscapeDataString(stored.Workout.UserId)}/{stored.Id}";
        if (logged.Replayed)
        {
            answer.Headers[HeaderNames.IdempotentReplayed] = "true";
        }

        return answer;
    }
}
