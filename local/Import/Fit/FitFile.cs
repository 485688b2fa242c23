namespace WorkoutLog.Local.Import.Fit;

/// <summary>FIT: each session of an activity is a workout.</summary>
internal static class FitFile
{
    /// <param name="decoded">As <see cref="FitDecoder"/> returns it.</param>
    public static IEnumerable<SourceRow> Read(string name, JsonNode decoded, ReadOptions options)
    {
        var sessions = decoded["sessions"]!.AsArray();
        return sessions.Count == 0
            ? throw new UnreadableException($"it has no sessions; a file must be an activity, not {Received.Quote(decoded["type"]?.ToString() ?? "")}")
            : sessions.Select((session, place) => SourceRow.Of(new Place(name, $"session {place + 1}"), () => Workout(decoded, session!, options)));
    }

    private static SourceWorkout Workout(JsonNode file, JsonNode session, ReadOptions options)
    {
        var start = Quantities.Instant("start_time", session["start_time"]?.ToString(), options.Zone);
        var utc = start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new SourceWorkout
        {
            // Two devices can record the same moment.
            ExternalId = ExternalIds.Of("fit", $"{file["serial"] ?? "0"}-{utc}"),
            Types = [.. new[] { session["sub_sport"], session["sport"] }.OfType<JsonNode>().Select(word => word.ToString()).Where(word => word != "generic").DefaultIfEmpty("generic")],
            Start = file["offset"] is { } minutes ? start.ToOffset(TimeSpan.FromMinutes((int)minutes)) : start,
            DurationSeconds = Number(session, "total_timer_time") ?? Number(session, "total_elapsed_time") ?? throw new UnreadableException("it has neither total_timer_time nor total_elapsed_time"),
            DistanceKm = Number(session, "total_distance") * Quantities.KmPer("m"),
            Calories = Number(session, "total_calories"),
        };
    }

    private static decimal? Number(JsonNode session, string name) => Quantities.Number(name, session[name]?.ToString());
}
