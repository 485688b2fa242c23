using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.QueryWorkouts.Export;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}/export</c>: all workouts of a user, page by page, as JSON or CSV.</summary>
public sealed class ExportWorkoutsHandler(WorkoutReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var userId = request.PathParameter(WorkoutFields.UserId);
        var parameters = new ParameterReader(request, ExportParameters.Names);
        WorkoutQuery query = ExportParameters.Read(parameters, userId);
        if (Admission.Refuse(request, userId, parameters.Errors) is { } refusal)
        {
            return refusal;
        }

        var accept = request.Header(HeaderNames.Accept);
        if (AcceptHeader.Choose(accept, MediaTypes.Json, MediaTypes.Csv) is not { } mediaType)
        {
            var detail = $"An export comes as {MediaTypes.Json} or {MediaTypes.Csv}; the header Accept is {Received.Quote(accept ?? "")}.";
            return ProblemAnswers.Of(ProblemKind.NotAcceptable, request, detail);
        }

        StoredPage page = await reader.ListAsync(query, request.Scope);
        var cursor = NextPage.CursorOf(page, ExportParameters.QueryOf(userId));
        APIGatewayProxyResponse answer = mediaType == MediaTypes.Csv ? ExportAnswers.Csv(page) : ExportAnswers.Json(page, cursor);
        NextPage.Link(answer, request, cursor);
        return answer;
    }
}
