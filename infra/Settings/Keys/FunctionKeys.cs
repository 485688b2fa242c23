using System.Collections.Immutable;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>What the functions are made for, and what each has for itself.</summary>
public static class FunctionKeys
{
    public static readonly Setting<Architecture> Architecture = Setting.Choice(
        "architecture", Settings.Architecture.X86_64, "Instruction set of the functions, for which their archives must be built");

    public static readonly OneFunctionKeys ProcessWorkout = new(FunctionNames.ProcessWorkout);

    public static readonly OneFunctionKeys QueryWorkouts = new(FunctionNames.QueryWorkouts);

    public static readonly ImmutableArray<Setting> All = [Architecture, .. ProcessWorkout.All, .. QueryWorkouts.All];
}
