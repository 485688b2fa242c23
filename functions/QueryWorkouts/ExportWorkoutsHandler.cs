using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts.Export;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}/export</c>: all workouts of a user, page by page, as JSON or CSV.</summary>
public sealed class ExportWorkoutsHandler(WorkoutReader reader)
{
    private const string ContentDisposition = "Content-Disposition";
    private const string ByteOrderMark = "\uFEFF";
    private const string Attachment = "attachment; filename=\"workouts.csv\"";

    private static readonly string[] _parameters = [QueryParameters.Limit, QueryParameters.Cursor, QueryParameters.Bom];

    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var parameters = new ParameterReader(request, _parameters);
        WorkoutQuery query = Read(parameters, request.PathParameter(WorkoutFields.UserId));
        var hasMark = ReadBom(parameters);
        if (UserDataGuard.Refuse(request, out string userId, parameters.Errors) is { } problem)
        {
            return Responses.Of(problem);
        }

        var accept = request.Header(HeaderNames.Accept);
        if (AcceptHeader.Choose(accept, MediaTypes.Json, MediaTypes.Csv) is not { } mediaType)
        {
            var detail = $"Accept must allow {MediaTypes.Json} or {MediaTypes.Csv}; got {Received.Quote(accept ?? "")}.";
            return Responses.Of(Problems.Of(ProblemKind.NotAcceptable, request, detail));
        }

        StoredPage page = await reader.ListAsync(query, request.Scope);
        var cursor = NextPage.CursorOf(page, QueryOf(userId));
        APIGatewayProxyResponse answer = mediaType == MediaTypes.Csv ? Csv(page, hasMark) : Json(page, cursor);
        NextPage.Link(answer, request, cursor);
        return answer;
    }

    /// <param name="hasMark">Starts with a byte order mark, without which Excel does not read the file as UTF-8.</param>
    internal static APIGatewayProxyResponse Csv(StoredPage page, bool hasMark = false)
    {
        var csv = WorkoutCsv.Of(page.Workouts);
        APIGatewayProxyResponse answer = Responses.WithBody(200, $"{MediaTypes.Csv}; header=present; charset=utf-8", hasMark ? ByteOrderMark + csv : csv);
        answer.Headers[ContentDisposition] = Attachment;
        return answer;
    }

    internal static APIGatewayProxyResponse Json(StoredPage page, string? nextCursor) =>
        Responses.Json(200, NextPage.Show(page, nextCursor), QueryWorkoutsJson.Readable.WorkoutPage);

    private static WorkoutQuery Read(ParameterReader parameters, string userId)
    {
        var limit = PageParameters.ReadLimit(parameters, ApiLimits.MaxExportPageSize, ApiLimits.MaxExportPageSize);
        var after = PageParameters.ReadCursor(parameters, QueryOf(userId), TimeRange.All);
        return new WorkoutQuery(userId, null, TimeRange.All, limit, after, ApiLimits.MaxExportReadUnits);
    }

    private static bool ReadBom(ParameterReader parameters)
    {
        var text = parameters.Find(QueryParameters.Bom);
        if (text is not (null or "true" or "false"))
        {
            parameters.Refuse(QueryParameters.Bom, ErrorCodes.Unsupported, "true or false", text);
        }

        return text == "true";
    }

    private static PagedQuery QueryOf(string userId) => new("export", userId, null, null, null);
}
