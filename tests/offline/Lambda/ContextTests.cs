using Amazon.Lambda.Core;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed class ContextTests : RuntimeTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:process:live";
    private const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    [Fact]
    public async Task Gives_the_handler_the_invocation()
    {
        using var state = new ProcessState();

        var (context, trace) = await HandleAsync(("Lambda-Runtime-Invoked-Function-Arn", Arn), ("Lambda-Runtime-Trace-Id", Trace));

        Assert.Equal(("id-1", Arn, Trace, Trace), (context.AwsRequestId, context.InvokedFunctionArn, context.TraceId, trace));
        Assert.NotNull(context.Serializer);
        Assert.InRange(context.RemainingTime, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
        // For a caller other than a mobile SDK.
        Assert.Null(context.Identity.IdentityId);
        Assert.Null(context.ClientContext.Client);
    }

    [Fact]
    public async Task Gives_the_handler_the_function()
    {
        using var state = new ProcessState(
            ("AWS_LAMBDA_FUNCTION_NAME", "process"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "7"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/process"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[7]abc"),
            ("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK", "true"));

        var (context, _) = await HandleAsync();

        Assert.Equal(
            ("process", "7", 256, "/aws/lambda/process", "2026/11/21/[7]abc"),
            (context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB, context.LogGroupName, context.LogStreamName));
    }

    [Fact]
    public async Task Reads_the_identity_and_the_client_of_a_mobile_caller()
    {
        using var state = new ProcessState();

        var (context, _) = await HandleAsync(
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"us-east-1:i","cognitoIdentityPoolId":"us-east-1:p"}"""),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"Log","installation_id":"n"},"custom":{"a":"1"},"env":{"b":"2"}}"""));

        var client = context.ClientContext.Client;
        Assert.Equal(("us-east-1:i", "us-east-1:p"), (context.Identity.IdentityId, context.Identity.IdentityPoolId));
        Assert.Equal(("Log", "n", null), (client.AppTitle, client.InstallationId, client.AppPackageName));
        Assert.Equal(("1", "2"), (context.ClientContext.Custom["a"], context.ClientContext.Environment["b"]));
    }

    private async Task<(ILambdaContext Context, string? Trace)> HandleAsync(params (string Name, string Value)[] headers)
    {
        ILambdaContext? given = null;
        string? trace = null;
        Api.AddEvent("id-1", """{"item":"tea","count":1}""", headers);
        using var bootstrap = Build((_, context) =>
        {
            given = context;
            trace = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return Task.FromResult(new Receipt("done"));
        });

        await RunAsync(bootstrap, 1);

        return (Assert.IsAssignableFrom<ILambdaContext>(given), trace);
    }
}
