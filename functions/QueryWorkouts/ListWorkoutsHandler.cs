using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}</c>: the workouts of a user, newest first.</summary>
public sealed class ListWorkoutsHandler(WorkoutReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var userId = request.PathParameter(WorkoutFields.UserId);
        var parameters = new ParameterReader(request, ListParameters.Names);
        WorkoutQuery query = ListParameters.Read(parameters, userId);
        if (Admission.Refuse(request, userId, parameters.Errors) is { } refusal)
        {
            return refusal;
        }

        StoredPage page = await reader.ListAsync(query, request.Scope);
        var cursor = NextPage.CursorOf(page, ListParameters.QueryOf(parameters, userId));
        APIGatewayProxyResponse answer = JsonAnswers.Of(200, PageRepresentation.Of(page, cursor), QueryWorkoutsJson.Readable.WorkoutPage);
        NextPage.Link(answer, request, cursor);
        return answer;
    }
}
