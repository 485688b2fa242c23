namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A REST API (payload version 1) proxy event.</summary>
public partial class APIGatewayProxyRequest
{
    /// <summary>The route's template, e.g. <c>/stats/{userId}</c>.</summary>
    public string Resource { get; set; }

    /// <summary>The path as requested.</summary>
    public string Path { get; set; }

    public string HttpMethod { get; set; }

    /// <summary>Names as the client sent them (their case varies); the last value wins.</summary>
    public IDictionary<string, string> Headers { get; set; }

    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    /// <summary>Null when the request has no query.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }

    /// <summary>Null when the route has none.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    public IDictionary<string, string> StageVariables { get; set; }

    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>Null when the request has no body.</summary>
    public string Body { get; set; }

    public bool IsBase64Encoded { get; set; }
}
