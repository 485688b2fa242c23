using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class LambdaContext(
    InvocationHeaders headers,
    LambdaEnvironment environment,
    LambdaConsole console,
    ILambdaSerializer? serializer) : ILambdaContext
{
    private ICognitoIdentity? _identity;
    private IClientContext? _clientContext;

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => _clientContext ??= MobileClientContext.Parse(headers.ClientContextJson);

    public string? FunctionName => environment.FunctionName;

    public string? FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity ??= CognitoIdentity.Parse(headers.CognitoIdentityJson);

    public string? InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger { get; } = new LambdaLogger(console);

    public string? LogGroupName => environment.LogGroupName;

    public string? LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime =>
        DateTimeOffset.FromUnixTimeMilliseconds(headers.DeadlineMilliseconds) - TimeProvider.System.GetUtcNow();

    public string? TenantId => headers.TenantId;

    public string? TraceId => headers.TraceId;

    public ILambdaSerializer? Serializer => serializer;
}
