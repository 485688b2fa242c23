using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Client;

/// <summary>Signs requests with Signature Version 4 in its header form.</summary>
/// <param name="service">As in credential scopes: <c>execute-api</c>.</param>
internal sealed class RequestSigner(string accessKeyId, string secretAccessKey, string region, string service, TimeProvider clock)
{
    private const string DateHeader = "x-amz-date";

    /// <summary>Signs host, date and all <c>x-amz-</c> headers; any other header may still be changed.</summary>
    /// <param name="body">What is sent.</param>
    public void Sign(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var now = clock.GetUtcNow();
        var date = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        request.Headers.Host = request.RequestUri!.Authority;
        request.Headers.Remove(DateHeader);
        request.Headers.Add(DateHeader, date);

        var signed = Describe(request, body);
        string[] names = [.. signed.Headers.Keys.Order(StringComparer.Ordinal)];
        var canonical = CanonicalRequest.Create(signed, names);
        var toSign = $"{AuthorizationHeader.Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key(scope), Encoding.UTF8.GetBytes(toSign)));
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{AuthorizationHeader.Algorithm} Credential={accessKeyId}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}");
    }

    private static SignedRequest Describe(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var headers = request.Headers
            .Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("host", StringComparison.OrdinalIgnoreCase))
            .ToImmutableDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToImmutableArray(), StringComparer.Ordinal);
        var uri = request.RequestUri!;
        return new SignedRequest(request.Method.Method, uri.AbsolutePath, uri.Query.Length == 0 ? "" : uri.Query[1..], headers, body);
    }

    private byte[] Key(string scope) => scope.Split('/').Aggregate(
        Encoding.UTF8.GetBytes("AWS4" + secretAccessKey),
        (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
}
