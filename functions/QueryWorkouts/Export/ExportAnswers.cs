using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http.Answers;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>One page of an export in the form that the client chose.</summary>
internal static class ExportAnswers
{
    private const string ContentDisposition = "Content-Disposition";
    private const string Attachment = "attachment; filename=\"workouts.csv\"";

    public static APIGatewayProxyResponse Csv(StoredPage page) => new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string>
        {
            [HeaderNames.ContentType] = $"{MediaTypes.Csv}; charset=utf-8; header=present",
            [ContentDisposition] = Attachment,
            ["Cache-Control"] = "no-store",
        },
        Body = WorkoutCsv.Of(page.Workouts),
    };

    public static APIGatewayProxyResponse Json(StoredPage page, string? nextCursor) =>
        JsonAnswers.Of(200, PageRepresentation.Of(page, nextCursor), QueryWorkoutsJson.Readable.WorkoutPage);
}
