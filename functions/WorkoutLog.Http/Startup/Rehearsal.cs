using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace WorkoutLog.Http.Startup;

/// <summary>
/// Plays requests before there are any. What runs for the first time costs many times what it costs later, and while a function
/// starts Lambda gives it more CPU than the share that its requests get.
/// </summary>
public static class Rehearsal
{
    // More than any rehearsed request asks for: none of them waits for anything.
    private static readonly TimeSpan _remainingTime = TimeSpan.FromSeconds(10);

    /// <param name="function">Calls and logs to nowhere.</param>
    /// <param name="proxyEvent">As the Runtime API would hand it on, in JSON.</param>
    /// <returns>The status that the request was answered with.</returns>
    public static async Task<int> PlayAsync<THandlers>(ApiFunction<THandlers> function, ILambdaSerializer serializer, byte[] proxyEvent)
    {
        using var input = new MemoryStream(proxyEvent);
        var request = serializer.Deserialize<APIGatewayProxyRequest>(input);
        APIGatewayProxyResponse answer = await function.HandleAsync(request, new UnattendedInvocation("rehearsal", _remainingTime));
        using var output = new MemoryStream();
        serializer.Serialize(answer, output);
        return answer.StatusCode;
    }
}
