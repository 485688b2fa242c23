using Amazon.Lambda.Core;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>An invocation with plenty of time; what no handler may depend on throws.</summary>
internal sealed class LambdaContext : ILambdaContext
{
    public string AwsRequestId => "invocation-1";

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(20);

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
