namespace WorkoutLog.Local.Fuzz;

/// <summary>An answer to a hostile request, and its check.</summary>
/// <param name="ContentType">Without parameters; null without the header.</param>
public sealed record HostileAnswer(int Status, string? ContentType, string Body)
{
    private const string Problem = "application/problem+json";

    // Found in exception texts and server error pages, but in no hostile value.
    private static readonly string[] _innards = ["   at ", "Exception", ".cs:line", "StackTrace", "errorType"];

    /// <returns>The fault; null for a correct answer.</returns>
    public string? FaultIn(HostileRequest request) => Status switch
    {
        >= 500 => $"answered {Status}",
        _ when Array.Find(_innards, part => Body.Contains(part, StringComparison.Ordinal)) is { } part => $"the answer contains '{part}'",
        >= 400 => IsFromServer && request.MayBeRejectedByServer ? null : FaultInProblem(),
        >= 200 and < 300 => request.MayBeValid || IsRejectedBatch() ? null : $"answered {Status} to an invalid request",
        _ => $"answered {Status}",
    };

    private bool IsFromServer => Body.StartsWith("{\"message\":", StringComparison.Ordinal) && Status is 400 or 413 or 414 or 431;

    private string? FaultInProblem()
    {
        if (ContentType != Problem)
        {
            return $"answered {Status} with {ContentType ?? "nothing"} instead of {Problem}";
        }

        try
        {
            return JsonNode.Parse(Body) is JsonObject problem ? FaultIn(problem) : "the problem is not a JSON object";
        }
        catch (JsonException)
        {
            return "the problem is not JSON";
        }
    }

    private string? FaultIn(JsonObject problem)
    {
        foreach (var member in (string[])["type", "title", "requestId"])
        {
            if (problem[member] is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
            {
                return $"the problem has no {member}";
            }
        }

        return problem["status"] is JsonValue status && status.TryGetValue(out int number) && number == Status
            ? null
            : $"the problem's status is {problem["status"]?.ToJsonString() ?? "absent"}, the answer's {Status}";
    }

    // A batch is answered with 200; each of its workouts has its own status.
    private bool IsRejectedBatch()
    {
        try
        {
            return JsonNode.Parse(Body)?["results"] is JsonArray { Count: > 0 } results
                && results.All(result => result?["status"]?.GetValue<int>() is >= 400 and < 500);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
