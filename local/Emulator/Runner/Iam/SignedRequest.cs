namespace WorkoutLog.Local.Runner.Iam;

/// <summary>What a signature covers, as it came over the wire.</summary>
/// <param name="RawPath">Path with its percent-encoding, with a leading slash.</param>
/// <param name="RawQuery">Query with its percent-encoding, without the question mark; may be empty.</param>
/// <param name="Headers">Name as received, found in any case, to its values in the order received.</param>
public sealed record SignedRequest(
    string Method, string RawPath, string RawQuery, ImmutableDictionary<string, ImmutableArray<string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The path without empty and dot segments (RFC 3986, 5.2.4), keeping a slash at the end; percent-encoding is left as it is.</summary>
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

    /// <summary>The header's value; several are joined as one. Null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(',', values) : null;

    public static SignedRequest From(HttpContext context, ReadOnlyMemory<byte> body)
    {
        // The decoded path would no longer show what was signed.
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
