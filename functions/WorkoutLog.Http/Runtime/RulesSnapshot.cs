using WorkoutLog.Domain;

namespace WorkoutLog.Http.Runtime;

/// <summary>The rules at one moment.</summary>
/// <param name="Version">
/// From which versions of the parameters they come: <c>max-duration-minutes:3,supported-types:2</c>, with <c>deployed</c>
/// for a value of the deployment; no more than <c>deployed</c> while all are.
/// </param>
public sealed record RulesSnapshot(WorkoutRules Rules, string Version);
