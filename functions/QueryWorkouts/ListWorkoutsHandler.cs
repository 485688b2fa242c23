using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}</c>: the workouts of a user, newest first, or the one with an <c>externalId</c>.</summary>
public sealed class ListWorkoutsHandler(WorkoutReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var parameters = new ParameterReader(request, ListParameters.Names);
        var externalId = ListParameters.ReadExternalId(parameters);
        WorkoutQuery query = ListParameters.Read(parameters, request.PathParameter(WorkoutFields.UserId));
        if (UserDataGuard.Refuse(request, out string userId, parameters.Errors) is { } problem)
        {
            return Responses.Of(problem);
        }

        StoredPage page = externalId is null
            ? await reader.ListAsync(query, request.Scope)
            : new StoredPage(await reader.GetAsync(userId, externalId, request.Scope) is { } found ? [found] : [], Next: null);
        var cursor = NextPage.CursorOf(page, ListParameters.QueryOf(parameters, userId));
        APIGatewayProxyResponse answer = Responses.Json(200, NextPage.Show(page, cursor), QueryWorkoutsJson.Readable.WorkoutPage);
        NextPage.Link(answer, request, cursor);
        return answer;
    }
}
