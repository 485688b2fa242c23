using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How changes of the stack are judged before they are made. No resource depends on it.</summary>
public static class PlanKeys
{
    public static readonly Setting<ImmutableArray<string>> Waivers = Setting.List(
        "planWaivers",
        [],
        0,
        20,
        "waivers FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters",
        Waiver.Example,
        "What ./workout plan lets pass for some time, with the reason",
        Waiver.Judge,
        Waiver.Identity);

    public static readonly ImmutableArray<Setting> All = [Waivers];
}
