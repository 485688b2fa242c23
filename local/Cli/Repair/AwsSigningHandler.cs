using WorkoutLog.Local.Client;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>Signs each request with what the credentials are at the time: long work outlives temporary ones.</summary>
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
