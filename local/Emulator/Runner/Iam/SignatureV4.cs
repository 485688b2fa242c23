namespace WorkoutLog.Local.Runner.Iam;

/// <summary>Signature Version 4, as clients and services compute it.</summary>
internal static class SignatureV4
{
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The canonical form for every service except S3: the path is encoded twice, the query is sorted.</summary>
    public static string CanonicalRequest(SignedRequest request, IReadOnlyList<string> signedHeaders) =>
        Join(request, signedHeaders, Path(request), Query(request.RawQuery));

    /// <summary>
    /// The forms of clients that sign path or query as they send them (curl before 8). They cover the same bytes, so they
    /// protect equally well, and most requests are the same in all forms.
    /// </summary>
    public static IEnumerable<string> CanonicalRequestsAsSent(SignedRequest request, IReadOnlyList<string> signedHeaders)
    {
        yield return Join(request, signedHeaders, request.RawPath, request.RawQuery);
        yield return Join(request, signedHeaders, request.RawPath, Query(request.RawQuery));
    }

    /// <param name="date">As in the header <c>x-amz-date</c>.</param>
    public static string StringToSign(string date, string scope, string canonicalRequest) =>
        $"{AuthorizationHeader.Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";

    /// <returns>Hexadecimal.</returns>
    public static string Sign(string secret, string scope, string stringToSign)
    {
        var key = scope.Split('/').Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    private static string Join(SignedRequest request, IReadOnlyList<string> signedHeaders, string path, string query)
    {
        var text = new StringBuilder().Append(request.Method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var name in signedHeaders)
        {
            var values = request.Headers.TryGetValue(name, out var received) ? received.Select(Collapse) : [];
            text.Append(name).Append(':').AppendJoin(',', values).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n')
            .Append(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span))).ToString();
    }

    private static string Path(SignedRequest request) => string.Join('/', request.NormalizedPath.Split('/').Select(Encode));

    private static string Query(string rawQuery) => string.Join('&', rawQuery
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: Recode(pair[0]), Value: pair.Length == 2 ? Recode(pair[1]) : ""))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Recode(string text) => Encode(Uri.UnescapeDataString(text));

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static string Collapse(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
