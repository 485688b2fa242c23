namespace WorkoutLog.Local.Soak.Verification;

/// <summary>
/// Rebuilds the workouts from the events alone, as a consumer would: drops repeats by id and applies the rest in order of arrival.
/// A difference from the tables means that an event was lost, invented or out of order.
/// </summary>
internal sealed class EventReplay
{
    private readonly ConcurrentQueue<JsonObject> _details = new();
    private int _deadLetters;

    public int Published => _details.Count;

    public int Repeats => Published - _details.Select(Id).Distinct(StringComparer.Ordinal).Count();

    public void Add(RunEvent happened)
    {
        if (happened is EventPublished published)
        {
            _details.Enqueue(published.Event["detail"]!.AsObject());
        }
        else if (happened is DeadLetterSent)
        {
            Interlocked.Increment(ref _deadLetters);
        }
    }

    /// <param name="stored">All workouts of these users.</param>
    public ImmutableArray<string> Violations(IEnumerable<FoundWorkout> stored, IReadOnlySet<string> users)
    {
        var (state, last, faults) = (new Dictionary<(string User, string Id), JsonObject>(), new Dictionary<string, UInt128>(), new List<string>());
        foreach (var copies in _details.GroupBy(Id, StringComparer.Ordinal).Where(copies => users.Contains(Text(copies.First(), "userId"))))
        {
            var detail = copies.First();
            if (copies.Any(copy => !JsonNode.DeepEquals(copy, detail)))
            {
                faults.Add($"Event {copies.Key} was repeated with different content.");
            }

            var (user, sequence) = (Text(detail, "userId"), UInt128.Parse(Text(detail, "sequence"), CultureInfo.InvariantCulture));
            if (last.TryGetValue(user, out var before) && sequence <= before)
            {
                faults.Add($"Event {copies.Key} of {user} came after a later one.");
            }

            last[user] = sequence;
            faults.AddRange(Take(state, detail));
        }

        var found = stored.ToDictionary(workout => (workout.UserId, workout.Id));
        return
        [
            .. faults,
            .. _deadLetters == 0 ? [] : (string[])[$"{_deadLetters} dead letters were sent."],
            .. found.Keys.Except(state.Keys).Select(lost => $"Replaying the events does not produce the workout {lost}."),
            .. state.Keys.Except(found.Keys).Select(invented => $"Replaying the events produces the workout {invented}, which is not stored."),
            .. found.Where(workout => state.TryGetValue(workout.Key, out var built) && !IsSame(workout.Value, built))
                .Select(workout => $"Replaying the events produces {state[workout.Key].ToJsonString()}, but the stored workout is {workout.Value}."),
        ];
    }

    private static IEnumerable<string> Take(Dictionary<(string User, string Id), JsonObject> state, JsonObject detail)
    {
        var (type, key) = (Text(detail, "type"), (User: Text(detail, "userId"), Id: Text(detail, "workoutId")));
        if (type == ChangeTypes.Erased)
        {
            foreach (var erased in state.Keys.Where(other => other.User == key.User).ToArray())
            {
                state.Remove(erased);
            }

            yield break;
        }

        var (before, now) = (state.GetValueOrDefault(key), detail["new"]!.AsObject());
        var expected = before is null ? 1 : Version(before) + 1;
        if (Version(now) != expected || (before is null) != (type == ChangeTypes.Logged))
        {
            yield return $"{type} of {key} has version {Version(now)}; expected {expected}.";
        }

        if (before is not null && Member(before, LogsTableSchema.Notes) != Member(detail["old"]!.AsObject(), LogsTableSchema.Notes))
        {
            yield return $"{type} of {key} has old content that differs from the previous event.";
        }

        if (before is not null && type != ChangeTypes.Deleted
            && Member(before, LogsTableSchema.SortKey) != Member(now, LogsTableSchema.SortKey) != (type == ChangeTypes.Moved))
        {
            yield return $"{type} of {key} is the wrong event type for a change from {Member(before, LogsTableSchema.SortKey)} to {Member(now, LogsTableSchema.SortKey)}.";
        }

        if (type == ChangeTypes.Deleted)
        {
            state.Remove(key);
        }
        else
        {
            state[key] = now;
        }
    }

    private static bool IsSame(FoundWorkout found, JsonObject built) =>
        found.Version == Version(built)
        && found.Content.Type == Member(built, LogsTableSchema.Type)
        && found.Content.Minutes == decimal.Parse(Member(built, LogsTableSchema.Minutes), NumberStyles.Float, CultureInfo.InvariantCulture)
        && found.Content.Notes == Member(built, LogsTableSchema.Notes)
        && (found.ExternalId ?? "") == Member(built, LogsTableSchema.ExternalId);

    private static string Id(JsonObject detail) => Text(detail, "id");

    private static string Text(JsonObject detail, string name) => detail[name]!.GetValue<string>();

    private static int Version(JsonObject item) => int.Parse(Member(item, ChangeAttributes.Version), CultureInfo.InvariantCulture);

    // DynamoDB also writes numbers as text.
    private static string Member(JsonObject item, string name) => (item[name] as JsonObject)?.First().Value!.GetValue<string>() ?? "";
}
