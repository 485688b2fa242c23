using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Http;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>Tells the observers of a run of each call to AWS and its answer; without one a call passes untouched.</summary>
internal sealed class AwsCallWatch(RunEvents events, AwsAccesses accesses, TimeProvider clock)
{
    /// <param name="handle">Answers the call; false when it broke the connection instead.</param>
    public async Task RunAsync(AwsCall call, HttpContext context, Func<Task<bool>> handle)
    {
        if (!events.IsObserved)
        {
            await handle();
            return;
        }

        var (time, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var wire = context.Response.Body;
        await using var answer = new CopyingStream(wire);
        context.Response.Body = answer;
        var isAnswered = false;
        try
        {
            isAnswered = await handle();
        }
        finally
        {
            context.Response.Body = wire;
            var document = isAnswered ? Parse(answer.Copy) : null;
            events.Publish(new AwsCallEnded(
                time,
                call.Caller.FunctionName,
                context.Request.Headers["X-Amzn-Trace-Id"] is [{ } trace, ..] ? trace : null,
                call.Service,
                call.Operation,
                ResourcesOf(call),
                isAnswered ? context.Response.StatusCode : 0,
                (document?["__type"] as JsonValue)?.ToString().Split('#')[^1],
                clock.GetElapsedTime(began),
                call.Service == "dynamodb" && !call.IsQuery ? TableUses.Of(call.Operation, Parse(call.Body), document) : []));
        }
    }

    private ImmutableArray<string> ResourcesOf(AwsCall call)
    {
        try
        {
            return [.. accesses.Of(call).Select(access => access.Resource).Distinct()];
        }
        catch (JsonException)
        {
            // The gateway refuses such a call; it is about nothing.
            return [];
        }
    }

    // Null for what is no JSON object: DynamoDB Local answers HTML to a body that it can't read.
    private static JsonObject? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return json.IsEmpty ? null : JsonNode.Parse(json.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
