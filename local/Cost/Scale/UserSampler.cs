namespace WorkoutLog.Local.Scale;

/// <summary>Draws users by Zipf's law without a table of them: rejection-inversion after Hörmann and Derflinger (1996).</summary>
internal sealed class UserSampler
{
    private readonly HeavyTail _tail;
    private readonly double _atFirst;
    private readonly double _atLast;
    private readonly double _accepted;

    public UserSampler(HeavyTail tail)
    {
        _tail = tail;
        _atFirst = Integral(1.5) - 1;
        _atLast = Integral(tail.Users + 0.5);
        _accepted = 2 - InverseOfIntegral(Integral(2.5) - Height(2));
    }

    /// <returns>A rank from 1, the busiest, to the number of users.</returns>
    public long Next(SplitMix random)
    {
        while (true)
        {
            var area = _atLast + (random.NextDouble() * (_atFirst - _atLast));
            var point = InverseOfIntegral(area);
            var rank = Math.Clamp((long)(point + 0.5), 1, _tail.Users);
            if (rank - point <= _accepted || area >= Integral(rank + 0.5) - Height(rank))
            {
                return rank;
            }
        }
    }

    private double Height(double rank) => Math.Pow(rank, -_tail.Exponent);

    private bool IsHarmonic => Math.Abs(_tail.Exponent - 1) < 1e-9;

    private double Integral(double rank) => IsHarmonic ? Math.Log(rank) : (Math.Pow(rank, 1 - _tail.Exponent) - 1) / (1 - _tail.Exponent);

    private double InverseOfIntegral(double area) => IsHarmonic ? Math.Exp(area) : Math.Pow(Math.Max(0, 1 + (area * (1 - _tail.Exponent))), 1 / (1 - _tail.Exponent));
}
