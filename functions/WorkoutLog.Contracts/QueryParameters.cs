namespace WorkoutLog.Contracts;

/// <summary>Names of the query parameters.</summary>
public static class QueryParameters
{
    public const string Type = "type";

    public const string From = "from";

    public const string To = "to";

    public const string Limit = "limit";

    public const string Cursor = "cursor";

    public const string GroupBy = "groupBy";
}
