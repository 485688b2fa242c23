namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary>Draws the same numbers each time, and counts them.</summary>
internal sealed class CountingRandom(int seed) : Random(seed)
{
    public int Draws { get; private set; }

    /// <summary>How many of the first draws are below 0.1.</summary>
    public static int BelowATenth(int seed, int draws)
    {
        var random = new CountingRandom(seed);
        return Enumerable.Range(0, draws).Count(_ => random.NextDouble() < 0.1);
    }

    public override double NextDouble()
    {
        Draws++;
        return base.NextDouble();
    }
}
