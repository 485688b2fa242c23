using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Runner.Ssm;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>The one way from the functions to AWS: every call passes here, signed with the keys of the function's role.</summary>
internal sealed class AwsGateway(
    string region,
    IEnumerable<FunctionCredentials> callers,
    DynamoDbForwarder dynamoDb,
    ParameterStore parameters,
    TimeProvider clock)
{
    // DynamoDB's own limit for a request.
    private const int MaxBodyBytes = 16 * 1024 * 1024;

    private readonly ImmutableDictionary<string, FunctionCredentials> _callers = callers.ToImmutableDictionary(caller => caller.AccessKeyId, StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, string> _services = ImmutableDictionary<string, string>.Empty
        .Add("DynamoDB_20120810", "dynamodb")
        .Add("AmazonSSM", "ssm");

    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted);
        if (body is null)
        {
            await AwsError.Common("RequestEntityTooLargeException", $"Request is larger than {MaxBodyBytes} bytes").WriteAsync(context.Response);
            return;
        }

        var (call, error) = Identify(context, body);
        if (call is null)
        {
            await error!.WriteAsync(context.Response);
            return;
        }

        await RouteAsync(call, context);
    }

    private (AwsCall? Call, AwsError? Error) Identify(HttpContext context, byte[] body)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var parts = target.Split('.', 2);
        if (parts.Length != 2 || !_services.TryGetValue(parts[0], out var service))
        {
            return (null, UnknownOperation(target));
        }

        var verifier = new SignatureVerifier(region, service, clock, acceptAsSent: false);
        var verdict = verifier.Verify(SignedRequest.From(context, body), key => _callers.GetValueOrDefault(key)?.SecretAccessKey);
        if (verdict is SignatureVerdict.Refused refused)
        {
            return (null, AwsError.Common(refused.Code + "Exception", refused.Message));
        }

        var caller = _callers[((SignatureVerdict.Valid)verdict).AccessKeyId];
        return context.Request.Headers["X-Amz-Security-Token"] == caller.SessionToken
            ? (new AwsCall(caller, service, parts[1], target, body), null)
            : (null, AwsError.Common("UnrecognizedClientException", "The security token included in the request is invalid."));
    }

    private Task RouteAsync(AwsCall call, HttpContext context) => (call.Service, call.Operation) switch
    {
        ("dynamodb", _) => dynamoDb.HandleAsync(call, context.Response, context.RequestAborted),
        ("ssm", "GetParameters") => AnswerAsync(() => parameters.GetParameters(JsonNode.Parse(call.Body.Span)!.AsObject()), context.Response),
        _ => UnknownOperation(call.Target).WriteAsync(context.Response),
    };

    private static Task AnswerAsync(Func<JsonObject> answer, HttpResponse response)
    {
        JsonObject body;
        try
        {
            body = answer();
        }
        catch (JsonException)
        {
            return AwsError.Common("SerializationException", "The request is not JSON").WriteAsync(response);
        }
        catch (ArgumentException invalid)
        {
            return new AwsError(StatusCodes.Status400BadRequest, "ValidationException", invalid.Message).WriteAsync(response);
        }

        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return JsonAnswer.WriteAsync(response, StatusCodes.Status200OK, body, "application/x-amz-json-1.1");
    }

    private static AwsError UnknownOperation(string target) =>
        AwsError.Common("UnknownOperationException", $"A local run does not know the operation '{target}'.");
}
