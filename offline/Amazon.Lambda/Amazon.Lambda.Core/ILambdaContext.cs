namespace Amazon.Lambda.Core;

/// <summary>One invocation and the environment that it runs in.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    /// <summary>Data from the mobile SDK; its members are null when it sent none.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    /// <summary>A version number or <c>$LATEST</c>, also when an alias was invoked.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity of a mobile SDK caller; its members are null for any other caller.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The invoked ARN, with the alias or version if one was given.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>Mebibytes.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Negative when the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header of this invocation.</summary>
    string TraceId => string.Empty;

    /// <summary>The serializer that the bootstrap was built with; null when it has none.</summary>
    ILambdaSerializer Serializer => null;
}
