namespace WorkoutLog.Local.Client;

/// <summary>Signs each request as it is sent.</summary>
internal sealed class SigningHandler(RequestSigner signer, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        signer.Sign(request, body);
        return await base.SendAsync(request, cancellationToken);
    }
}
