namespace WorkoutLog.Domain.Validation;

/// <summary>Counts the characters of a text in Unicode scalar values, as <c>maxLength</c> of JSON Schema does. Every length limit uses it.</summary>
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
