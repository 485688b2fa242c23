using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http;

/// <summary>A call through API Gateway (REST, proxy events of version 1), with what every handler asks of it.</summary>
public sealed class ApiRequest
{
    // Left for writing the answer and for the way back, so that the function and not its timeout ends the request.
    private static readonly TimeSpan _answerMargin = TimeSpan.FromMilliseconds(500);

    private readonly APIGatewayProxyRequest _event;

    public ApiRequest(APIGatewayProxyRequest proxyEvent, ILambdaContext context, TimeProvider time)
    {
        _event = proxyEvent;
        RequestId = proxyEvent.RequestContext?.RequestId ?? context.AwsRequestId;
        Deadline = new Deadline(time, context.RemainingTime - _answerMargin);
    }

    /// <summary>The id that API Gateway gave the request; the invocation's own where there is none.</summary>
    public string RequestId { get; }

    public Deadline Deadline { get; }

    /// <summary>Upper case; empty when the event has none.</summary>
    public string Method => _event.HttpMethod ?? "";

    /// <summary>The route's template, such as <c>/stats/{userId}</c>; empty when the event has none.</summary>
    public string Resource => _event.Resource ?? "";

    /// <summary>The path that the client called, with the stage where the URL has one.</summary>
    public string Path => _event.RequestContext?.Path ?? _event.Path ?? "";

    internal string? Body => _event.Body;

    internal bool IsBodyBase64 => _event.IsBase64Encoded;

    /// <summary>A part of the path; empty when the route has none of this name.</summary>
    /// <remarks>API Gateway's REST APIs hand path parameters on as they stand in the URL, percent-encoded.</remarks>
    public string PathParameter(string name) =>
        _event.PathParameters?.TryGetValue(name, out var value) == true ? Uri.UnescapeDataString(value ?? "") : "";

    /// <summary>A caller with a Cognito identity is an athlete and has its own data only.</summary>
    /// <remarks>Any other caller is a service; its IAM policy let it in, and it may act for every user.</remarks>
    public bool MayActFor(string userId) =>
        _event.RequestContext?.Identity?.CognitoIdentityId is not { Length: > 0 } identity || identity == userId;
}
