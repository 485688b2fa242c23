namespace WorkoutLog.Local.Runner.Iam;

internal static class UriPath
{
    /// <summary>Without empty and dot segments (RFC 3986, 5.2.4), keeping a slash at the end; percent-encoding is left as it is.</summary>
    public static string Normalize(string path)
    {
        var kept = new List<string>();
        var segments = path.Split('/');
        foreach (var segment in segments)
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                kept.Add(segment);
            }
        }

        var slash = kept.Count > 0 && segments[^1] is "" or "." or ".." ? "/" : "";
        return "/" + string.Join('/', kept) + (kept.Count > 0 ? slash : "");
    }
}
