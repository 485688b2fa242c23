using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings;

/// <param name="MaxDurationMinutes">The longest workout that is accepted.</param>
/// <param name="SupportedTypes">The workout types that are accepted, upper case, without duplicates, at least one.</param>
public sealed record WorkoutLimits(int MaxDurationMinutes, ImmutableArray<string> SupportedTypes);
