namespace WorkoutLog.Bench.Growth.Writes;

/// <summary>Results of one number of concurrent clients.</summary>
/// <param name="OneUser">Whether all clients write for one user, instead of one user each.</param>
/// <param name="Seconds">Until the last client was done.</param>
/// <param name="Created">Latency of the creates that returned 201; null without any.</param>
/// <param name="Answers">Status to number of answers.</param>
internal sealed record WriteLevel(int Concurrency, bool OneUser, double Seconds, Latency? Created, IReadOnlyDictionary<int, int> Answers)
{
    public double CreatesPerSecond => Answers.GetValueOrDefault(201) / Seconds;
}
