namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>The editable part of a workout.</summary>
/// <param name="Timestamp">In the API's format.</param>
/// <param name="Notes">Identifies the operation that sent the content; unique per operation.</param>
internal sealed record Content(string Type, decimal Minutes, decimal? Calories, decimal? Distance, string Timestamp, string Notes)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            [WorkoutFields.WorkoutType] = Type,
            [WorkoutFields.DurationMinutes] = Minutes,
            [WorkoutFields.WorkoutTimestamp] = Timestamp,
            [WorkoutFields.Notes] = Notes,
        };
        if (Calories is { } calories)
        {
            json[WorkoutFields.CaloriesBurned] = calories;
        }

        if (Distance is { } distance)
        {
            json[WorkoutFields.DistanceKm] = distance;
        }

        return json;
    }

    public static Content Read(JsonNode workout) => new(
        workout[WorkoutFields.WorkoutType]!.GetValue<string>(), workout[WorkoutFields.DurationMinutes]!.GetValue<decimal>(),
        workout[WorkoutFields.CaloriesBurned]?.GetValue<decimal>(), workout[WorkoutFields.DistanceKm]?.GetValue<decimal>(),
        workout[WorkoutFields.WorkoutTimestamp]!.GetValue<string>(), workout[WorkoutFields.Notes]?.GetValue<string>() ?? "");
}

/// <param name="ExternalId">Null for none.</param>
internal sealed record SentWorkout(string UserId, string Key, string? ExternalId, Content Content)
{
    public JsonObject ToJson()
    {
        var json = Content.ToJson();
        json[WorkoutFields.UserId] = UserId;
        if (ExternalId is not null)
        {
            json[WorkoutFields.ExternalId] = ExternalId;
        }

        return json;
    }
}
