namespace WorkoutLog.Http.Runtime;

/// <summary>X-Ray's tracing header: <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.</summary>
internal static class TraceHeader
{
    private const string RootField = "Root=";

    /// <summary>The id of the whole trace, as X-Ray and the API's access log show it; empty when the header names none.</summary>
    public static ReadOnlySpan<char> Root(string? header)
    {
        var text = header.AsSpan();
        foreach (Range field in text.Split(';'))
        {
            ReadOnlySpan<char> trimmed = text[field].Trim();
            if (trimmed.StartsWith(RootField, StringComparison.OrdinalIgnoreCase))
            {
                return trimmed[RootField.Length..];
            }
        }

        return [];
    }
}
