using WorkoutLog.Contracts;

namespace WorkoutLog.Http.Answers;

/// <summary>Headers that every answer has.</summary>
public static class AnswerHeaders
{
    private const string CacheControl = "Cache-Control";

    public static Dictionary<string, string> WithoutContent() => new() { [CacheControl] = "no-store" };

    public static Dictionary<string, string> Of(string contentType) => new()
    {
        [HeaderNames.ContentType] = contentType,
        [CacheControl] = "no-store",
    };
}
