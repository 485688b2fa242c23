namespace WorkoutLog.Domain.Validation;

/// <summary>Counts text as every limit of a length does: in Unicode scalar values, as <c>maxLength</c> of JSON Schema does, too.</summary>
public static class Characters
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
