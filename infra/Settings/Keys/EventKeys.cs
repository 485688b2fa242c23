using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Events that other programs can subscribe to.</summary>
public static class EventKeys
{
    public static readonly Setting<EventTarget> Events = Setting.Choice(
        "events", EventTarget.None, "Where each change of a workout is published as an event: nowhere, or on an EventBridge bus of the stack");

    public static readonly Setting<int> ArchiveDays = Setting.WholeNumber(
        "eventArchiveDays", 0, 0, 3_650, "days", "How long an archive of the bus keeps events for a replay, in days; 0 for no archive");

    public static readonly ImmutableArray<Setting> All = [Events, ArchiveDays];
}
