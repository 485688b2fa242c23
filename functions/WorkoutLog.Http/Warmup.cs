using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace WorkoutLog.Http;

/// <summary>
/// Plays requests before there are any. What runs for the first time costs many times what it costs later, and while a function
/// starts Lambda gives it more CPU than the share that its requests get.
/// </summary>
public static class Warmup
{
    // More than any warm-up request asks for: none of them waits for anything.
    private static readonly TimeSpan _remainingTime = TimeSpan.FromSeconds(10);

    /// <param name="function">Calls and logs to nowhere.</param>
    /// <param name="proxyEvent">As the Runtime API would hand it on, in JSON.</param>
    /// <returns>The status that the request was answered with.</returns>
    public static async Task<int> PlayAsync<THandlers>(ApiFunction<THandlers> function, ILambdaSerializer serializer, byte[] proxyEvent)
    {
        using var input = new MemoryStream(proxyEvent);
        var request = serializer.Deserialize<APIGatewayProxyRequest>(input);
        APIGatewayProxyResponse answer = await function.HandleAsync(request, new UnattendedInvocation("warmup", _remainingTime));
        using var output = new MemoryStream();
        serializer.Serialize(answer, output);
        return answer.StatusCode;
    }
}

/// <summary>An invocation that Lambda knows nothing of. What no handler may depend on throws.</summary>
public sealed class UnattendedInvocation(string requestId, TimeSpan remainingTime) : ILambdaContext
{
    public string AwsRequestId => requestId;

    public TimeSpan RemainingTime => remainingTime;

    public IClientContext ClientContext => throw new NotSupportedException();

    public string FunctionName => throw new NotSupportedException();

    public string FunctionVersion => throw new NotSupportedException();

    public ICognitoIdentity Identity => throw new NotSupportedException();

    public string InvokedFunctionArn => throw new NotSupportedException();

    public ILambdaLogger Logger => throw new NotSupportedException();

    public string LogGroupName => throw new NotSupportedException();

    public string LogStreamName => throw new NotSupportedException();

    public int MemoryLimitInMB => throw new NotSupportedException();
}
