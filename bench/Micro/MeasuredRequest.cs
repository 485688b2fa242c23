using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Domain;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Bench.Micro;

/// <summary>Requests as a function's boundary hands them to a handler.</summary>
internal static class MeasuredRequest
{
    public const string UserId = "athlete-1";

    public static RulesSnapshot Rules { get; } =
        new(new WorkoutRules(1_440, ["RUN", "CYCLING", "SWIMMING", "WALKING", "HIKING", "STRENGTH", "YOGA", "ROWING"]), "deployed");

    public static ApiRequest Of(APIGatewayProxyRequest proxyEvent) => new(proxyEvent, new Invocation(), TimeProvider.System, Rules);

    /// <summary>An invocation with plenty of time; nothing else of it matters here.</summary>
    private sealed class Invocation : ILambdaContext
    {
        public string AwsRequestId => "invocation-1";

        public TimeSpan RemainingTime => TimeSpan.FromSeconds(20);

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
}
