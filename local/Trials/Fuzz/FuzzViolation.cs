namespace WorkoutLog.Local.Fuzz;

/// <summary>Something that must not happen whatever is sent.</summary>
/// <param name="Index">The request that made it, of the run's seed; null for what belongs to no single one.</param>
/// <param name="Request">Method, path and query of it; empty for none.</param>
public sealed record FuzzViolation(int? Index, string Request, string Fault)
{
    public override string ToString() => Index is null ? Fault : $"--only {Index}: {Fault} ({Request})";
}
