namespace WorkoutLog.Local.Runner.Iam;

/// <summary>The signed parts of a request, as received.</summary>
/// <param name="RawPath">Percent-encoded path, with a leading slash.</param>
/// <param name="RawQuery">Percent-encoded query, without the question mark; may be empty.</param>
/// <param name="Headers">Values in the order received, by case-insensitive name.</param>
public sealed record SignedRequest(
    string Method, string RawPath, string RawQuery, ImmutableDictionary<string, ImmutableArray<string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The path without empty and dot segments (RFC 3986, 5.2.4), with its trailing slash and its percent-encoding.</summary>
    public string NormalizedPath
    {
        get
        {
            var kept = new List<string>();
            var segments = RawPath.Split('/');
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

            return kept.Count == 0 ? "/" : $"/{string.Join('/', kept)}{(segments[^1] is "" or "." or ".." ? "/" : "")}";
        }
    }

    /// <summary>The header's value, several joined by commas; null if absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(',', values) : null;

    public static SignedRequest From(HttpContext context, ReadOnlyMemory<byte> body)
    {
        // The signature covers the encoded path.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new SignedRequest(
            context.Request.Method,
            query < 0 ? target : target[..query],
            query < 0 ? "" : target[(query + 1)..],
            context.Request.Headers.ToImmutableDictionary(
                header => header.Key,
                header => header.Value.Select(value => value ?? "").ToImmutableArray(),
                StringComparer.OrdinalIgnoreCase),
            body);
    }
}
