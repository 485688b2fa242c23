namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>How many of the requests to a weighted alias its additional version took.</summary>
/// <param name="Share">What was asked for, above 0 and below 1.</param>
internal sealed record CanaryShare(int Requests, int Taken, double Share)
{
    // A chance is refused that comes once in a million of honest runs.
    private const double Unlikely = 1e-6 / 2;

    /// <summary>Whether so few, or so many, come about by chance.</summary>
    public bool IsLikely => AtMost(Taken) >= Unlikely && 1 - AtMost(Taken - 1) >= Unlikely;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Taken:#,0} of {Requests:#,0} requests, {(Requests == 0 ? 0 : 100.0 * Taken / Requests):0.0} %; {Share * 100:0} % asked for");

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
