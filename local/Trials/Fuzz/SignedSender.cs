namespace WorkoutLog.Local.Fuzz;

/// <summary>Sends requests unmodified, signed with Signature Version 4.</summary>
/// <param name="url">Base URL of the API, without a trailing slash.</param>
internal sealed class SignedSender(string url, string region, TimeProvider clock) : IDisposable
{
    private const string Service = "execute-api";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    });

    public void Dispose() => _http.Dispose();

    public async Task<HostileAnswer> SendAsync(HostileRequest request, LocalIdentity caller, CancellationToken cancellation)
    {
        var target = request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}";
        // Otherwise the client would normalise the path and remove its hostile part.
        var uri = new Uri(url + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), uri);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            if (request.ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", Sendable(request.ContentType));
            }
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, Sendable(value));
        }

        new RequestSigner(caller.AccessKeyId, caller.SecretAccessKey, region, Service, clock).Sign(message, request.Body);
        using var answer = await _http.SendAsync(message, cancellation);
        return new HostileAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(cancellation));
    }

    // No client sends line ends and other control characters in a header, so they are percent-encoded.
    private static string Sendable(string value) =>
        string.Concat(value.Select(letter => letter is < ' ' or '\u007f' ? $"%{(int)letter:X2}" : letter.ToString()));
}
