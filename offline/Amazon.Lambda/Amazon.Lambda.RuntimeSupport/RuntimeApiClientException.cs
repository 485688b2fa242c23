#nullable disable
namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API answered a call with an error.</summary>
public class RuntimeApiClientException : Exception
{
    private const int ShownCharacters = 512;

    public RuntimeApiClientException(
        string message,
        int statusCode,
        string response,
        Dictionary<string, IEnumerable<string>> headers,
        Exception innerException)
        : base(Describe(message, statusCode, response), innerException)
    {
        StatusCode = statusCode;
        Response = response;
        Headers = headers;
    }

    public int StatusCode { get; private set; }

    /// <summary>The body of the answer.</summary>
    public string Response { get; private set; }

    public Dictionary<string, IEnumerable<string>> Headers { get; private set; }

    private static string Describe(string message, int statusCode, string response) =>
        $"{message}\n\nStatus: {statusCode}\nResponse: \n{response[..Math.Min(response.Length, ShownCharacters)]}";
}
