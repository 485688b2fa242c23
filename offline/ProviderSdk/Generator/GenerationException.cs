namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>At least one listed type can't be translated; nothing was written.</summary>
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
