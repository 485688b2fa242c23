namespace WorkoutLog.Local.Soak.Verification;

/// <summary>Checks the tables against the answers that the clients received.</summary>
internal static class Exactness
{
    /// <param name="differences">Roll-up differences per user.</param>
    public static ImmutableArray<string> Check(
        IReadOnlyCollection<WorkoutRecord> records, IReadOnlyCollection<FoundWorkout> found,
        IEnumerable<(string UserId, RollupDifference Difference)> differences)
    {
        var byId = found.ToLookup(workout => (workout.UserId, workout.Id));
        var acknowledged = records.Where(record => record.Id is not null).ToLookup(record => (record.Sent.UserId, record.Id!));
        var byNotes = records.ToDictionary(record => record.Sent.Content.Notes, StringComparer.Ordinal);
        var strangers = found.Where(workout => !acknowledged.Contains((workout.UserId, workout.Id))).ToLookup(workout => workout.Content.Notes, StringComparer.Ordinal);
        return
        [
            .. acknowledged.SelectMany(known => known).SelectMany(record => CheckAcknowledged(record, [.. byId[(record.Sent.UserId, record.Id!)]])),
            .. acknowledged.Where(known => known.Count() > 1).Select(known => $"{known.Count()} creates returned the same workout {known.Key}."),
            .. strangers.SelectMany(group => CheckStranger(byNotes.GetValueOrDefault(group.Key), [.. group])),
            .. found.Where(workout => workout.ExternalId is not null).GroupBy(workout => (workout.UserId, workout.ExternalId)).Where(same => same.Count() > 1)
                .Select(same => $"{same.Count()} workouts share the externalId {same.Key}."),
            .. differences.Select(item => $"The roll-up of {item.UserId} differs in {item.Difference}."),
        ];
    }

    private static IEnumerable<string> CheckAcknowledged(WorkoutRecord record, ImmutableArray<FoundWorkout> found) =>
        found.IsEmpty ? record.IsGone || record.IsDeletionUncertain ? [] : [$"{record} was acknowledged but is missing."]
        : record.IsGone ? [$"{record} still exists although its deletion was acknowledged."]
        : found.SelectMany(workout => CheckContent(record, workout));

    private static IEnumerable<string> CheckContent(WorkoutRecord record, FoundWorkout found)
    {
        if (found.ExternalId != record.Sent.ExternalId)
        {
            yield return $"{record} was sent with the externalId {record.Sent.ExternalId}, but has {found.ExternalId}.";
        }

        if (found.Version < record.LatestVersion)
        {
            yield return $"{record} was acknowledged at version {record.LatestVersion} but is stored at version {found.Version}.";
        }

        var uncertain = record.UncertainEdits;
        var edits = found.Version - 1;
        var (least, most) = (record.AcknowledgedEdits, record.AcknowledgedEdits + uncertain.Sum(edit => edit.Times));
        if (edits < least || edits > most)
        {
            yield return $"{record} was edited {edits} times; expected {least} to {most}.";
        }

        var isSent = record.Seen.TryGetValue(found.Version, out var seen)
            ? seen == found.Content
            : uncertain.Any(edit => edit.Content == found.Content);
        if (!isSent)
        {
            yield return $"{record} is stored as {found.Content} at version {found.Version}; its clients sent {seen?.ToString() ?? "no such edit"}.";
        }
    }

    // Workouts under an id that no client received.
    private static IEnumerable<string> CheckStranger(WorkoutRecord? record, ImmutableArray<FoundWorkout> found)
    {
        if (record is null)
        {
            return found.Select(workout => $"No client sent {workout}.");
        }

        if (record.Id is not null || found.Length > 1)
        {
            return [$"{record} is stored more than once: {string.Join("; ", found)}."];
        }

        var (only, sent) = (found[0], record.Sent);
        return only == new FoundWorkout(sent.UserId, only.Id, sent.ExternalId, 1, sent.Content)
            ? []
            : [$"{record} was not acknowledged and is stored with different content: {only}."];
    }
}
