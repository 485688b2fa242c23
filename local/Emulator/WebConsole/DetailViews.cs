namespace WorkoutLog.Local.WebConsole;

internal static class RequestDetailReader
{
    public static RequestDetailView Read(TracedRequest traced) => new(
        LiveReader.View(traced.Request), traced.Request.TraceId, traced.Request.Route, traced.Request.GatewayError,
        traced.Request.IntegrationDuration?.TotalMilliseconds, [.. traced.Invocations.Select(Invocation)],
        [.. traced.Calls.OrderBy(call => call.Time).Select(Call)]);

    private static InvocationView Invocation(InvocationEnded invocation) => new(
        invocation.Function, invocation.Version, Words(invocation.Result), invocation.Result is not InvocationResult.Answered,
        invocation.Duration.TotalMilliseconds, invocation.InitDuration?.TotalMilliseconds, invocation.Lines);

    private static AwsCallView Call(AwsCallEnded call) => new(
        call.Time,
        $"{call.Service}:{call.Operation}",
        // Omits region and account, which are those of the stack.
        [.. call.Resources.Select(arn => arn.Split(':', 6)[^1])],
        call.Status,
        call.Status == 0 ? "connection broken" : call.Error ?? "",
        call.Duration.TotalMilliseconds);

    private static string Words(InvocationResult result) => result switch
    {
        InvocationResult.Answered => "answered",
        InvocationResult.Failed => "failed",
        InvocationResult.Crashed crashed => $"crashed with exit code {crashed.ExitCode}",
        InvocationResult.OutOfMemory => "was killed: out of memory",
        InvocationResult.TimedOut late => FormattableString.Invariant($"timed out after {late.Timeout.TotalSeconds} s"),
        InvocationResult.Throttled => "throttled: no concurrency left",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };
}

/// <param name="Route">Null for an unknown path.</param>
/// <param name="GatewayError">Set if the API itself rejected the request.</param>
internal sealed record RequestDetailView(
    RequestView Request, string TraceId, string? Route, string? GatewayError, double? IntegrationMilliseconds,
    ImmutableArray<InvocationView> Invocations, ImmutableArray<AwsCallView> Calls);

/// <param name="InitMilliseconds">Duration of INIT in a cold start; null for a warm start.</param>
internal sealed record InvocationView(
    string Function, string Version, string Result, bool Failed, double Milliseconds, double? InitMilliseconds, ImmutableArray<string> Lines);

/// <param name="Action"><c>dynamodb:GetItem</c>.</param>
/// <param name="Resources">The last part of each ARN.</param>
/// <param name="Error">Empty for success.</param>
internal sealed record AwsCallView(DateTimeOffset Time, string Action, ImmutableArray<string> Resources, int Status, string Error, double Milliseconds);

/// <param name="Inputs">As registered, with embedded documents parsed.</param>
internal sealed record ResourceDetailView(string Urn, string Name, string Type, bool Component, JsonNode? Inputs, JsonNode? Outputs, GraphOptions Options)
{
    public static ResourceDetailView Of(GraphResource resource) =>
        new(resource.Urn, resource.Name, resource.Type, resource.Component, Open(resource.Inputs), Open(resource.Outputs), resource.Options);

    // A policy or a dashboard is registered as a string; parse it to make it readable.
    private static JsonNode? Open(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Open(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Open)]),
        JsonValue text when text.TryGetValue<string>(out var json) && json.StartsWith('{') => HttpMessages.TryParse(Encoding.UTF8.GetBytes(json)) ?? text.DeepClone(),
        _ => value?.DeepClone(),
    };
}
