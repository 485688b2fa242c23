namespace WorkoutLog.Local.Cost.Limits;

/// <summary>One limit and what the busiest second asks of it.</summary>
/// <param name="Needed">Of the same unit as <paramref name="Allowed"/>.</param>
/// <param name="Answer">The setting or the request that raises it.</param>
internal sealed record Limit(string Name, double Needed, double Allowed, string Unit, string Answer)
{
    /// <summary>1 is the limit; above, requests are turned away.</summary>
    public double Share => Needed / Allowed;

    public bool Breaks => Share > 1;
}
