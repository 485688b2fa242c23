using System.Text.Json.Nodes;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>A workout as a client sent it to be logged.</summary>
/// <param name="Key">Its <c>Idempotency-Key</c>.</param>
/// <param name="Timestamp">In the API's own form.</param>
internal sealed record SentWorkout(string UserId, string Key, string Timestamp, Content Content)
{
    public JsonObject ToJson()
    {
        var json = Content.ToJson();
        json[WorkoutFields.UserId] = UserId;
        json[WorkoutFields.WorkoutTimestamp] = Timestamp;
        return json;
    }
}
