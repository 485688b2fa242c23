namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>One text judged: the value that it stands for, or what it should have been.</summary>
/// <param name="Value">Only meaningful when <paramref name="Allowed"/> is null.</param>
/// <param name="Allowed">What the text must be; null when it is accepted.</param>
/// <param name="Better">The text that was most likely meant; null without a guess.</param>
public sealed record Verdict<T>(T? Value, string? Allowed, string? Better);

public static class Verdict
{
    public static Verdict<T> Accept<T>(T value) => new(value, null, null);

    public static Verdict<T> Refuse<T>(string allowed, string? better = null) => new(default, allowed, better);
}
