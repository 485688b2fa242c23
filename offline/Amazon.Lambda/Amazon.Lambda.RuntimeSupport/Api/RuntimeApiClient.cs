using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>The calls of the Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient
{
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";

    // The API blocks the call for the next event until one arrives.
    private static readonly TimeSpan _longPoll = TimeSpan.FromHours(12);
    private static readonly MediaTypeHeaderValue _json = new("application/json");
    private static readonly MediaTypeHeaderValue _errorJson = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient _http;
    private readonly string _runtime;
    private readonly Uri _next;

    /// <param name="endpoint"><c>host:port</c>.</param>
    public RuntimeApiClient(HttpClient http, string? endpoint)
    {
        _http = http;
        _http.Timeout = _longPoll;
        _runtime = $"http://{endpoint}/2018-06-01/runtime/";
        _next = new Uri(_runtime + "invocation/next");
    }

    /// <summary>A minimal client for a local address: other features would only slow the start.</summary>
    public static HttpClient CreateHttpClient()
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"aws-lambda-dotnet/{Environment.Version}");
        return client;
    }

    public async Task<Invocation> GetNextInvocationAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(_next, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await EnsureSuccessAsync(response);
        var payload = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new Invocation(new InvocationHeaders(response.Headers), new MemoryStream(payload, 0, payload.Length, false, true));
    }

    public Task SendResponseAsync(string awsRequestId, MemoryStream body, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length) { Headers = { ContentType = _json } };
        return PostAsync($"invocation/{awsRequestId}/response", content, errorType: null, cancellationToken);
    }

    public Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{awsRequestId}/error", ErrorContent(exception), exception.GetType().Name, cancellationToken);

    public Task ReportInitializationErrorAsync(Exception exception) =>
        PostAsync("init/error", ErrorContent(exception), errorType: null, CancellationToken.None);

    private static ByteArrayContent ErrorContent(Exception exception) =>
        new(ExceptionJson.Write(exception)) { Headers = { ContentType = _errorJson } };

    private async Task PostAsync(string path, HttpContent content, string? errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _runtime + path) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation(ErrorTypeHeader, errorType);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await EnsureSuccessAsync(response);
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent)
        {
            return;
        }

        var status = (int)response.StatusCode;
        var message = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => "Bad Request",
            HttpStatusCode.Forbidden => "Forbidden",
            HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
            HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.\n",
            _ => $"The HTTP status code of the response was not expected ({status}).",
        };
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value);
        throw new RuntimeApiClientException(message, status, await response.Content.ReadAsStringAsync(), headers, null);
    }
}
