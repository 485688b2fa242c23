namespace WorkoutLog.Local.Fuzz;

/// <summary>What came back, and what is wrong with it.</summary>
/// <param name="ContentType">Without its parameters; null where there was none.</param>
public sealed record HostileAnswer(int Status, string? ContentType, string Body)
{
    private const string Problem = "application/problem+json";

    // What the text of an exception or of a page of an HTTP server holds, and no hostile value does.
    private static readonly string[] _innards = ["   at ", "Exception", ".cs:line", "StackTrace", "errorType"];

    /// <returns>Null for a right answer.</returns>
    public string? FaultIn(HostileRequest request) => Status switch
    {
        >= 500 => $"answered {Status}",
        _ when Array.Find(_innards, part => Body.Contains(part, StringComparison.Ordinal)) is { } part => $"the answer holds '{part}'",
        >= 400 => IsOfTheServer && request.MayStopAtTheServer ? null : FaultInProblem(),
        >= 200 and < 300 => request.MayBeFine || IsBatchOfRefusals() ? null : $"answered {Status} to what is not valid",
        _ => $"answered {Status}",
    };

    private bool IsOfTheServer => Body.StartsWith("{\"message\":", StringComparison.Ordinal) && Status is 400 or 413 or 414 or 431;

    private string? FaultInProblem()
    {
        if (ContentType != Problem)
        {
            return $"answered {Status} with {ContentType ?? "nothing"} instead of {Problem}";
        }

        try
        {
            return JsonNode.Parse(Body) is JsonObject problem ? FaultIn(problem) : "the problem is no object";
        }
        catch (JsonException)
        {
            return "the problem is no JSON";
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

    // A batch is answered as a whole, and each of its workouts has an answer of its own.
    private bool IsBatchOfRefusals()
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
