namespace WorkoutLog.Local.Scale;

/// <summary>The distribution of logs among users: the share of the user of rank k is proportional to 1 / k^exponent (Zipf's law).</summary>
internal sealed class HeavyTail
{
    public const double BusiestUsers = 0.01;

    public const double BusiestShare = 0.5;

    private const int ExactTerms = 1_000;
    private const double HighestExponent = 10;
    private const int Halvings = 60;

    private readonly double _sum;

    /// <param name="users">At least 1. With fewer than 100 the busiest is one user.</param>
    public HeavyTail(long users)
    {
        Users = users;
        Exponent = FindExponent(users);
        _sum = Sum(users, Exponent);
    }

    public long Users { get; }

    /// <summary>The exponent at which the busiest users make <see cref="BusiestShare"/> of the logs.</summary>
    public double Exponent { get; }

    public long Busiest => BusiestOf(Users);

    public double ShareOfFirst(long users) => Sum(users, Exponent) / _sum;

    /// <param name="rank">From 1, the busiest.</param>
    public double ShareOf(long rank) => Math.Pow(rank, -Exponent) / _sum;

    private static long BusiestOf(long users) => Math.Max(1, (long)(users * BusiestUsers));

    // The share rises with the exponent, so bisection finds it.
    private static double FindExponent(long users)
    {
        var (low, high) = (0.0, HighestExponent);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            var isTooSteep = Sum(BusiestOf(users), middle) / Sum(users, middle) > BusiestShare;
            (low, high) = isTooSteep ? (low, middle) : (middle, high);
        }

        return low;
    }

    // The first terms exactly, the rest by the Euler–Maclaurin formula.
    private static double Sum(long terms, double exponent)
    {
        double Term(double rank) => Math.Pow(rank, -exponent);
        var sum = Enumerable.Range(1, (int)Math.Min(terms, ExactTerms)).Sum(rank => Term(rank));
        if (terms <= ExactTerms)
        {
            return sum;
        }

        var integral = Math.Abs(exponent - 1) < 1e-9
            ? Math.Log((double)terms / ExactTerms)
            : (Math.Pow(terms, 1 - exponent) - Math.Pow(ExactTerms, 1 - exponent)) / (1 - exponent);
        return sum + integral + ((Term(terms) - Term(ExactTerms)) / 2) + (exponent / 12 * ((Term(ExactTerms) / ExactTerms) - (Term(terms) / terms)));
    }
}

/// <summary>Draws users by Zipf's law without a table: rejection-inversion by Hörmann and Derflinger (1996).</summary>
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
