using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace WorkoutLog.Http;

/// <summary>
/// Replays sample requests during the start of a function. The first execution of code is many times slower than later ones, and
/// Lambda gives a starting function more CPU than its requests get.
/// </summary>
public static class Warmup
{
    // Ample: warm-up requests wait for nothing.
    private static readonly TimeSpan _remainingTime = TimeSpan.FromSeconds(10);

    /// <param name="function">Without real calls and logs.</param>
    /// <param name="proxyEvent">JSON, as from the Runtime API.</param>
    /// <returns>The response's status.</returns>
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

/// <summary>An invocation without Lambda. Members that no handler may depend on throw.</summary>
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
