namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>How many requests to a weighted alias its additional version served.</summary>
/// <param name="Share">The configured share, above 0 and below 1.</param>
internal sealed record CanaryShare(int Requests, int Taken, double Share)
{
    // Rejects a share that a correct run produces once in a million times.
    private const double Unlikely = 1e-6 / 2;

    /// <summary>Whether chance explains so few, or so many.</summary>
    public bool IsLikely => AtMost(Taken) >= Unlikely && 1 - AtMost(Taken - 1) >= Unlikely;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Taken:#,0} of {Requests:#,0} requests, {(Requests == 0 ? 0 : 100.0 * Taken / Requests):0.0} %; {Share * 100:0} % configured");

    // The binomial distribution, summed in logarithms.
    private double AtMost(int taken)
    {
        var (sum, log) = (0.0, Requests * Math.Log(1 - Share));
        for (var hits = 0; hits <= taken; hits++)
        {
            sum += Math.Exp(log);
            log += Math.Log((Requests - hits) / (hits + 1.0)) + Math.Log(Share / (1 - Share));
        }

        return Math.Min(1, sum);
    }
}
