namespace WorkoutLog.Local.Runner;

/// <summary>The only endpoint for the functions' calls to AWS; each call is signed with the keys of the function's role.</summary>
internal sealed class AwsGateway(
    AwsCallReader reader, AwsAuthorizer authorizer, DynamoDbForwarder dynamoDb, ParameterStore parameters, FaultInjector? faults = null, AwsCallObserver? observer = null)
{
    // DynamoDB's own limit for a request.
    private const int MaxBodyBytes = 16 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var (call, error) = await context.Request.ReadBodyAsync(MaxBodyBytes) is { } body
            ? reader.Read(context, body)
            : (null, AwsAnswer.Common("RequestEntityTooLargeException", $"Request is larger than {MaxBodyBytes} bytes"));
        await (call is null ? error!.WriteAsync(context.Response)
            : observer is null ? AnswerAsync(call, context)
            : observer.RunAsync(call, context, () => AnswerAsync(call, context)));
    }

    // False if the connection was broken instead.
    private async Task<bool> AnswerAsync(AwsCall call, HttpContext context)
    {
        if (Refusal(call) is { } refusal)
        {
            await refusal.WriteAsync(context.Response);
            return true;
        }

        if (faults is not null)
        {
            return await faults.InvokeAsync(call, context, () => RouteAsync(call, context));
        }

        await RouteAsync(call, context);
        return true;
    }

    private AwsAnswer? Refusal(AwsCall call)
    {
        try
        {
            return authorizer.Authorize(call);
        }
        catch (JsonException)
        {
            return AwsAnswer.Common("SerializationException", "The request is not JSON");
        }
    }

    private Task RouteAsync(AwsCall call, HttpContext context) => (call.Service, call.Operation) switch
    {
        ("dynamodb", _) => dynamoDb.HandleAsync(call, context.Response, context.RequestAborted),
        ("ssm", "GetParameters") => GetParameters(call).WriteAsync(context.Response),
        _ => AwsAnswer.UnknownOperation(call.IsQuery ? call.Operation : call.Target).WriteAsync(context.Response),
    };

    private AwsAnswer GetParameters(AwsCall call)
    {
        try
        {
            return AwsAnswer.Json(StatusCodes.Status200OK, parameters.GetParameters(JsonNode.Parse(call.Body.Span)!.AsObject()));
        }
        catch (ArgumentException invalid)
        {
            return AwsAnswer.Error("ValidationException", invalid.Message);
        }
    }
}

/// <summary>Authorises each call of a function by the policies of the function's role, and logs it.</summary>
/// <param name="roles">Roles by the name of the function's resource.</param>
internal sealed class AwsAuthorizer(string region, string account, ImmutableDictionary<string, FunctionRole> roles, CallLog log)
{
    private readonly AwsAccesses _accesses = new(region, account);

    /// <returns>Null if the call is allowed.</returns>
    /// <exception cref="JsonException">The body can't be read, so the needed permissions are unknown.</exception>
    public AwsAnswer? Authorize(AwsCall call)
    {
        var (function, role) = (call.Caller.FunctionName, roles[call.Caller.FunctionName]);
        (AwsAccess Access, Decision Decision)[] decisions =
            [.. _accesses.Of(call).Distinct().Select(access => (access, role.Decide(access.Action, access.Resource, access.Attributes)))];
        log.Add([.. decisions.Select(decided => new CallRecord(function, decided.Access.Action, decided.Access.Resource, decided.Decision == Decision.Allow))]);
        return decisions.Where(decided => decided.Decision != Decision.Allow)
            .Select(denied => AwsAnswer.Denied(call, role.SessionArn, denied.Access, denied.Decision)).FirstOrDefault();
    }
}
