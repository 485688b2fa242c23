using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Change events for other programs.</summary>
public static class EventKeys
{
    public static readonly Setting<EventTarget> Events = Setting.Choice(
        "events", EventTarget.None, "Target of workout change events. eventBridge publishes them on an EventBridge bus of the stack");

    public static readonly Setting<int> ArchiveDays = Setting.WholeNumber(
        "eventArchiveDays", 0, 0, 3_650, "days", "Retention of the event archive for replays, in days, 0 for no archive");

    public static readonly ImmutableArray<Setting> All = [Events, ArchiveDays];
}
