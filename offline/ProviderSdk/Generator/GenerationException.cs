namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>Nothing was written: at least one listed type can't be translated.</summary>
public sealed class GenerationException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public GenerationException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>Every problem found, never empty.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
