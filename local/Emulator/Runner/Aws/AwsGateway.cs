using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Ssm;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>The one way from the functions to AWS: every call passes here, signed with the keys of the function's role.</summary>
internal sealed class AwsGateway(
    AwsCallReader reader,
    AwsAuthorizer authorizer,
    DynamoDbForwarder dynamoDb,
    ParameterStore parameters,
    FaultInjector? faults = null,
    AwsCallWatch? watch = null)
{
    // DynamoDB's own limit for a request.
    private const int MaxBodyBytes = 16 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted);
        if (body is null)
        {
            await AwsError.Common("RequestEntityTooLargeException", $"Request is larger than {MaxBodyBytes} bytes").WriteAsync(context.Response);
            return;
        }

        var (call, error) = reader.Read(context, body);
        if (call is null)
        {
            await error!.WriteAsync(context.Response);
            return;
        }

        await (watch?.RunAsync(call, context, () => AnswerAsync(call, context)) ?? AnswerAsync(call, context));
    }

    // False when the connection was broken instead.
    private async Task<bool> AnswerAsync(AwsCall call, HttpContext context)
    {
        AccessDenial? denial;
        try
        {
            denial = authorizer.Authorize(call);
        }
        catch (JsonException)
        {
            await AwsError.Common("SerializationException", "The request is not JSON").WriteAsync(context.Response);
            return true;
        }

        if (denial is not null)
        {
            await denial.WriteAsync(context.Response);
            return true;
        }

        if (faults is not null)
        {
            return await faults.InvokeAsync(call, context, () => RouteAsync(call, context));
        }

        await RouteAsync(call, context);
        return true;
    }

    private Task RouteAsync(AwsCall call, HttpContext context) => (call.Service, call.Operation) switch
    {
        ("dynamodb", _) => dynamoDb.HandleAsync(call, context.Response, context.RequestAborted),
        ("ssm", "GetParameters") => AnswerAsync(() => parameters.GetParameters(JsonNode.Parse(call.Body.Span)!.AsObject()), context.Response),
        _ => AwsError.UnknownOperation(call.IsQuery ? call.Operation : call.Target).WriteAsync(context.Response),
    };

    private static Task AnswerAsync(Func<JsonObject> answer, HttpResponse response)
    {
        JsonObject body;
        try
        {
            body = answer();
        }
        catch (ArgumentException invalid)
        {
            return new AwsError(StatusCodes.Status400BadRequest, "ValidationException", invalid.Message).WriteAsync(response);
        }

        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return JsonAnswer.WriteAsync(response, StatusCodes.Status200OK, body, "application/x-amz-json-1.1");
    }
}
