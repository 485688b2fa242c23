namespace WorkoutLog.Local.Scale;

/// <summary>A small generator of random numbers whose row for a seed is the same in every version of .NET.</summary>
internal sealed class SplitMix(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Spreads what differs in few bits over all of them.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The part of the range of all values at which a mixed value lies, from 0 to below 1.</summary>
    public static double Fraction(ulong mixed) => (mixed >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below 1.</summary>
    public double NextDouble() => Fraction(Mix(_state += Step));

    /// <summary>How many events come where <paramref name="expected"/> are expected.</summary>
    public int NextPoisson(double expected)
    {
        // The time between events is exponential.
        var events = -1;
        for (var time = 0.0; time <= expected; events++)
        {
            time -= Math.Log(1 - NextDouble());
        }

        return events;
    }
}
