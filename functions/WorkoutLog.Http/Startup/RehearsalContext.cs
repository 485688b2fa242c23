using Amazon.Lambda.Core;

namespace WorkoutLog.Http.Startup;

/// <summary>The invocation of a request that nobody sent.</summary>
internal sealed class RehearsalContext(TimeSpan remainingTime) : ILambdaContext
{
    private const string Name = "rehearsal";

    public string AwsRequestId => Name;

    public IClientContext ClientContext => null!;

    public string FunctionName => Name;

    public string FunctionVersion => Name;

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => Name;

    public ILambdaLogger Logger => null!;

    public string LogGroupName => Name;

    public string LogStreamName => Name;

    public int MemoryLimitInMB => 0;

    public TimeSpan RemainingTime => remainingTime;
}
