using System.Collections.Immutable;

namespace WorkoutLog.Local.Scale;

/// <summary>The busiest minute of a day, log by log: each comes from a user by <see cref="HeavyTail"/> and has a type by his habit.</summary>
internal sealed class PeakMinute(HeavyTail tail, ImmutableArray<double> typeMix, ulong seed)
{
    private const int Seconds = 60;

    // What part of a user's workouts is of his favourite type; the others follow the mix of all.
    private const double FavouriteShare = 0.7;

    private readonly SplitMix _random = new(SplitMix.Mix(seed));
    private readonly UserSampler _users = new(tail);

    /// <param name="peakLogs">A second, as expected.</param>
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

/// <param name="Logs">In the minute.</param>
/// <param name="LogsOfBusiest">By the busiest users.</param>
/// <param name="LogsByDesign">As counted on the partitions of each design, in their order.</param>
internal sealed record PeakMinuteHeat(long Logs, long LogsOfBusiest, ImmutableArray<DesignHeat> Designs, ImmutableArray<long> LogsByDesign);
