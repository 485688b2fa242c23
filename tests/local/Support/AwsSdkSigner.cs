using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace WorkoutLog.Local.Tests;

/// <summary>Signs with the AWS SDK's own signer: the runner must accept the requests of a real client.</summary>
internal sealed class AwsSdkSigner(string accessKeyId, string secretAccessKey, string region, string service)
{
    /// <param name="parameters">Values for the braces of <paramref name="path"/>, decoded.</param>
    /// <param name="query">Decoded names and values; a name may occur several times.</param>
    /// <param name="headers">Signed and sent.</param>
    public HttpRequestMessage Sign(
        HttpMethod method,
        Uri endpoint,
        string path,
        byte[]? body = null,
        IReadOnlyDictionary<string, string>? parameters = null,
        IEnumerable<KeyValuePair<string, string>>? query = null,
        IReadOnlyDictionary<string, string>? headers = null)
    {
        var request = new DefaultRequest(new EmptyRequest(), service)
        {
            HttpMethod = method.Method,
            Endpoint = endpoint,
            ResourcePath = path,
            Content = body ?? [],
            UseQueryString = true,
            AuthenticationRegion = region,
            OverrideSigningServiceName = service,
        };
        var wirePath = path;
        foreach (var (name, value) in parameters ?? new Dictionary<string, string>())
        {
            request.AddPathResource($"{{{name}}}", value);
            wirePath = wirePath.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        var pairs = (query ?? []).ToList();
        foreach (var parameter in pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal))
        {
            request.ParameterCollection.Add(parameter.Key, [.. parameter]);
        }

        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers[name] = value;
        }

        var config = new Amazon.DynamoDBv2.AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region };
        var authorization = new AWS4Signer().SignRequest(request, config, null, accessKeyId, secretAccessKey).ForAuthorizationHeader;
        var wireQuery = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var message = new HttpRequestMessage(method, new Uri(endpoint, wirePath + (wireQuery.Length == 0 ? "" : "?" + wireQuery)))
        {
            Content = body is null ? null : new ByteArrayContent(body),
        };
        foreach (var (name, value) in request.Headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        return message;
    }

    private sealed class EmptyRequest : AmazonWebServiceRequest;
}
