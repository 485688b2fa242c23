namespace WorkoutLog.Local.Examples;

/// <summary>What the API answered to an example.</summary>
/// <param name="Headers">Found in any case; several values of a name are joined by commas.</param>
internal sealed record StoryAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<StoryAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation) => new(
        (int)answer.StatusCode,
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await answer.Content.ReadAsStringAsync(cancellation));
}
