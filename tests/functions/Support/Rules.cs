using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Support;

internal static class Rules
{
    public static WorkoutRules Default { get; } = new(1440, ["RUN", "CYCLING"]);
}
