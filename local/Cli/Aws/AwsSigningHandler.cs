using WorkoutLog.Local.Client;

namespace WorkoutLog.Local.Cli.Aws;

/// <summary>Signs each request with the current credentials, because temporary ones expire during long operations.</summary>
internal sealed class AwsSigningHandler(AWSCredentials credentials, string region, string service, TimeProvider time) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var keys = await credentials.GetCredentialsAsync();
        if (keys.UseToken)
        {
            request.Headers.TryAddWithoutValidation("x-amz-security-token", keys.Token);
        }

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        new RequestSigner(keys.AccessKey, keys.SecretKey, region, service, time).Sign(request, body);
        return await base.SendAsync(request, cancellationToken);
    }
}
