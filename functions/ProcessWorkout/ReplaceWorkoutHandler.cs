using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Http.Headers;
using WorkoutLog.ProcessWorkout.Reading;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>PUT /workouts/{userId}/{workoutId}</c>: replaces all that a workout holds but its user and its moment.</summary>
public sealed class ReplaceWorkoutHandler(WorkoutStore store, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (WorkoutPath.Read(request, out string userId, out WorkoutId id) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        FieldError? headerError = IfMatch.Read(request, out VersionCondition condition);
        return ReplacementReader.Read(utf8.Bytes, userId, id, headerError, request, time) switch
        {
            WorkoutValidation.Accepted accepted => EditAnswers.Of(
                await store.ReplaceAsync(userId, id, stored => Edit(stored, accepted.Workout), condition, request.Scope), request, AnswerTo),
            WorkoutValidation.Refused refused => ProblemAnswers.Invalid(request, refused.Errors),
            var validation => throw new InvalidOperationException($"{validation.GetType()} is no known outcome."),
        };
    }

    private static Workout Edit(Workout stored, Workout replacement) =>
        replacement with { UserId = stored.UserId, Timestamp = stored.Timestamp };

    private static APIGatewayProxyResponse AnswerTo(StoredWorkout stored)
    {
        APIGatewayProxyResponse answer = JsonAnswers.Of(200, WorkoutRepresentation.Of(stored), ProcessWorkoutJson.Readable.WorkoutResponse);
        answer.Headers[HeaderNames.ETag] = WorkoutRepresentation.ETagOf(stored);
        return answer;
    }
}
