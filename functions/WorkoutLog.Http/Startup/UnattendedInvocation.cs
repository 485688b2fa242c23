using Amazon.Lambda.Core;

namespace WorkoutLog.Http.Startup;

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
