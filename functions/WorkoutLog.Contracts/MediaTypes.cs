namespace WorkoutLog.Contracts;

/// <summary>Media types of requests and answers.</summary>
public static class MediaTypes
{
    public const string Json = "application/json";

    public const string Problem = "application/problem+json";

    public const string Csv = "text/csv";
}
