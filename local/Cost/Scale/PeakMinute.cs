namespace WorkoutLog.Local.Scale;

/// <summary>Simulates the peak minute of a day, log by log: <see cref="HeavyTail"/> draws the user, whose habit draws the type.</summary>
internal sealed class PeakMinute(HeavyTail tail, ImmutableArray<double> typeMix, ulong seed)
{
    private const int Seconds = 60;

    // Share of a user's workouts that have the favourite type; the others follow the mix of all.
    private const double FavouriteShare = 0.7;

    private readonly SplitMix _random = new(SplitMix.Mix(seed));
    private readonly UserSampler _users = new(tail);

    /// <param name="peakLogs">Expected logs per second.</param>
    public PeakMinuteHeat Run(double peakLogs, IReadOnlyCollection<KeyDesign> designs)
    {
        KeyHeat[] heats = [.. designs.Select(design => new KeyHeat(design, design.Partitions(peakLogs), seed))];
        var logs = 0L;
        var ofBusiest = 0L;
        for (var second = 0; second < Seconds; second++)
        {
            for (var left = _random.NextPoisson(peakLogs); left > 0; left--)
            {
                var rank = _users.Next(_random);
                var type = TypeOf(rank);
                logs++;
                ofBusiest += rank <= tail.Busiest ? 1 : 0;
                foreach (var heat in heats)
                {
                    heat.Count(rank, type);
                }
            }

            foreach (var heat in heats)
            {
                heat.EndSecond();
            }
        }

        return new(logs, ofBusiest, [.. heats.Select(heat => heat.Result(Seconds))], [.. heats.Select(heat => heat.Logs)]);
    }

    private int TypeOf(long rank) => _random.NextDouble() < FavouriteShare
        ? Pick(SplitMix.Fraction(SplitMix.Mix((ulong)rank + SplitMix.Mix(seed))))
        : Pick(_random.NextDouble());

    private int Pick(double point)
    {
        var type = 0;
        while (type < typeMix.Length - 1 && point >= typeMix[type])
        {
            point -= typeMix[type++];
        }

        return type;
    }
}

/// <param name="LogsByDesign">As counted on the partitions of each design, in their order.</param>
internal sealed record PeakMinuteHeat(long Logs, long LogsOfBusiest, ImmutableArray<DesignHeat> Designs, ImmutableArray<long> LogsByDesign);

/// <summary>A random number generator with the same sequence for a seed in every version of .NET.</summary>
internal sealed class SplitMix(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Mixes the bits: values that differ in few bits give results that differ in many.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Scales a mixed value to the range from 0 to below 1.</summary>
    public static double Fraction(ulong mixed) => (mixed >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below 1.</summary>
    public double NextDouble() => Fraction(Mix(_state += Step));

    /// <summary>A Poisson-distributed number with the mean <paramref name="expected"/>.</summary>
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
