namespace WorkoutLog.Bench.Growth.Writes;

/// <summary>What clients that write at the same time get done.</summary>
/// <param name="OneUser">They all write for one user, and not for one each.</param>
/// <param name="Seconds">Until the last of them was done.</param>
/// <param name="Created">Latency of the creates that were answered 201; null without any.</param>
/// <param name="Answers">Status to how many answers had it.</param>
internal sealed record WriteLevel(int Concurrency, bool OneUser, double Seconds, Latency? Created, IReadOnlyDictionary<int, int> Answers)
{
    public double CreatesPerSecond => Answers.GetValueOrDefault(201) / Seconds;
}
