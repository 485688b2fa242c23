using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>POST /workouts</c>: logs one workout.</summary>
public sealed class LogWorkoutHandler(WorkoutRules rules, WorkoutStore store, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        var validation = WorkoutRequestReader.Read(utf8.Bytes, rules, time, out string? userId);
        if (userId is not null && !request.MayActFor(userId))
        {
            return ProblemAnswers.NotYourData(request);
        }

        return validation switch
        {
            WorkoutValidation.Accepted accepted => await LogAsync(accepted.Workout, request),
            WorkoutValidation.Refused refused => ProblemAnswers.Invalid(request, refused.Errors),
            _ => throw new InvalidOperationException($"{validation.GetType()} is no known outcome."),
        };
    }

    private async Task<APIGatewayProxyResponse> LogAsync(Workout workout, ApiRequest request)
    {
        var id = await store.LogAsync(workout, request.Deadline);
        var created = new WorkoutCreated
        {
            WorkoutId = id.ToString(),
            UserId = workout.UserId,
            WorkoutTimestamp = UtcTimestamp.Format(workout.Timestamp),
        };
        var answer = JsonAnswers.Of(201, created, ProcessWorkoutJson.Default.WorkoutCreated);
        answer.Headers["Location"] = $"{request.Path.TrimEnd('/')}/{Uri.EscapeDataString(workout.UserId)}/{id}";
        return answer;
    }
}
