namespace WorkoutLog.Local.Client;

/// <summary>Signs requests with Signature Version 4, in the Authorization header.</summary>
/// <param name="service">As in credential scopes: <c>execute-api</c>.</param>
internal sealed class RequestSigner(string accessKeyId, string secretAccessKey, string region, string service, TimeProvider clock)
{
    private const string DateHeader = "x-amz-date";

    /// <summary>Signs the host, the date and all <c>x-amz-</c> headers; other headers may still change afterwards.</summary>
    public void Sign(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var date = clock.GetUtcNow().ToString(SignatureV4.DateFormat, CultureInfo.InvariantCulture);
        request.Headers.Host = request.RequestUri!.Authority;
        request.Headers.Remove(DateHeader);
        request.Headers.Add(DateHeader, date);

        var signed = Describe(request, body);
        var header = new AuthorizationHeader(
            accessKeyId, date[..8], region, service, [.. signed.Headers.Keys.Order(StringComparer.Ordinal)], Signature: "");
        var toSign = SignatureV4.StringToSign(date, header.Scope, SignatureV4.CanonicalRequest(signed, header.SignedHeaders));
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation(
            "Authorization", (header with { Signature = SignatureV4.Sign(secretAccessKey, header.Scope, toSign) }).ToString());
    }

    private static SignedRequest Describe(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var headers = request.Headers
            .Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("host", StringComparison.OrdinalIgnoreCase))
            .ToImmutableDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToImmutableArray(), StringComparer.Ordinal);
        var uri = request.RequestUri!;
        return new SignedRequest(request.Method.Method, uri.AbsolutePath, uri.Query.Length == 0 ? "" : uri.Query[1..], headers, body);
    }
}

internal sealed class SigningHandler(RequestSigner signer, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        signer.Sign(request, body);
        return await base.SendAsync(request, cancellationToken);
    }
}
